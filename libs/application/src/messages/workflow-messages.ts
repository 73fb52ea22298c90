import type { PublishDefinition as Body } from '@entente/agreement';

import { Message } from './message.js';

/** Target: the definition's name. */
export class PublishDefinition extends Message<Body> {}
