import type { Decision } from '@entente/event-sourcing';

import type { OrganisationFact } from './events.js';
import type { DirectoryRefusalCode } from './refusals.js';

export type OrganisationDecision = Decision<OrganisationFact, DirectoryRefusalCode>;
