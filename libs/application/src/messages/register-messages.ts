import type { AssignReferenceNumber as Body } from '@entente/agreement';

import { Message } from './message.js';

/** Target: `{kind}-{year}`. */
export class AssignReferenceNumber extends Message<Body> {}
