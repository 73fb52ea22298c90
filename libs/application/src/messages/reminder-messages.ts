import type { SetReminderPolicy as Body } from '@entente/reminder';

import { Message } from './message.js';

/** Target: the agreement's id. */
export class SetReminderPolicy extends Message<Body> {}
