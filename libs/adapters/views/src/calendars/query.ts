import {
  calendarLines,
  Facts,
  freshness,
  ListCalendars,
  ViewProgress,
  ViewStatus,
  type CalendarList,
} from '@entente/application';
import { localDateOf } from '@entente/calendar';
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
    private readonly facts: Facts,
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
    const { space } = asked.viewer;
    const today = localDateOf(this.facts.now(space), this.facts.zone);
    return {
      items: calendarLines(
        rows.map(({ published }) => published),
        today,
      ),
      freshness: shown,
    };
  }
}
