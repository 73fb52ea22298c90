import type { PublishCalendar as Body } from '@entente/directory';

import { Message } from './message.js';

/** Target: the calendar's id. */
export class PublishCalendar extends Message<Body> {}
