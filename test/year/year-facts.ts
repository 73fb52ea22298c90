import type { Calendar, Calendars } from '@entente/calendar';
import type { Facts, ReminderDirectory } from '@entente/application';

import { filesForTest } from '../support/files-for-test.js';
import { WorldFacts } from '../views/world.js';

/** What is planted into the machinery, so that the year can be seen to find it. */
export interface Planted {
  readonly calendar?: (calendar: Calendar) => Calendar;
  /** What reminders see of the log. */
  readonly facts?: (facts: Facts) => Facts;
  readonly directory?: (directory: ReminderDirectory) => ReminderDirectory;
}

/** Of a log in memory, on a clock that stands still. */
export class YearFacts extends WorldFacts {
  readonly stored = filesForTest();
  override readonly files = this.stored.files;

  constructor(private readonly changed: (calendar: Calendar) => Calendar) {
    super();
  }

  override async newestCalendars(space: string, ids: readonly string[]): Promise<readonly Calendar[]> {
    return (await super.newestCalendars(space, ids)).map(this.changed);
  }

  override async calendarsNamed(
    space: string,
    names: readonly string[],
  ): Promise<(name: string) => Calendars> {
    const named = await super.calendarsNamed(space, names);
    return (name) => [named(name)].flat().map(this.changed);
  }
}
