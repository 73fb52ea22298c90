import {
  calendarLines,
  freshness,
  ListCalendars,
  ViewProgress,
  ViewStatus,
  type CalendarList,
} from '@entente/application';
import { Database } from '@entente/platform';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { atOneMoment } from '../page.js';
import { CALENDARS } from './table.js';

@QueryHandler(ListCalendars)
export class ListCalendarsHandler implements IQueryHandler<ListCalendars> {
  constructor(
    private readonly database: Database,
    private readonly progress: ViewProgress,
    private readonly status: ViewStatus,
  ) {}

  async execute({ asked }: ListCalendars): Promise<CalendarList> {
    const shown = await freshness(this.progress, this.status, CALENDARS, asked);
    const rows = await atOneMoment(this.database, (tables) =>
      tables
        .selectFrom('views.calendars as known')
        .select('known.published')
        .where('known.space', '=', asked.viewer.space)
        .orderBy('known.calendar_id')
        .execute(),
    );
    return { items: calendarLines(rows.map(({ published }) => published)), freshness: shown };
  }
}
