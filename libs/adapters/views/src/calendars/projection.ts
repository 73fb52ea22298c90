import { calendarDecider, type CalendarHistory, type CalendarPublished } from '@entente/directory';
import { parseStreamName } from '@entente/event-sourcing';

import type { StateView } from '../state-projection.js';
import { CALENDARS, type CalendarsTable } from './table.js';

/** Which calendars there are in a space; an older version is read from the calendar's own stream. */
export const calendarsView: StateView<CalendarHistory, CalendarPublished, CalendarsTable> = {
  name: CALENDARS,
  version: 1,
  category: 'calendar',
  decider: calendarDecider,
  table: 'calendars',
  rowsOf: (stream, { versions }) => {
    const { space, id } = parseStreamName(stream);
    const published = versions.at(-1);
    return published
      ? [{ stream, space, calendar_id: id, version: published.calendar.version, published }]
      : [];
  },
};
