import type { AssignReferenceNumbers as Body } from '@entente/agreement';

import { Message } from './message.js';

/** Target: `{kind}-{year}`. */
export class AssignReferenceNumbers extends Message<Body> {}
