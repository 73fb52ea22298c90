import type { Calendars, DueDate } from './calendar.js';
import { inZone, plainDate } from './plain-date.js';
import { rememberedIn } from './remembered.js';
import { addWorkingDays } from './working-days.js';

/** By zone, time and date: to put them together into one key would take longer than to look for each. */
const knownInstants = new Map<string, Map<string, Map<string, string>>>();

/** The local date on which `instant` (UTC ISO text) falls in an IANA zone. Throws RangeError on an unknown zone. */
export function localDateOf(instant: string, zone: string): string {
  const moment = Temporal.Instant.from(instant);
  return inZone(zone, () => moment.toZonedDateTimeISO(zone))
    .toPlainDate()
    .toString();
}

/**
 * The first instant after the local date has ended for good, UTC ISO text with three fraction digits.
 * Where clocks skip midnight, the next day starts at the jump; where they go back over it, the date comes back for a
 * while, and nothing due on it may count as missed before it is over.
 */
export function endOfDay(date: string, zone: string): string {
  const next = plainDate(date).add({ days: 1 });
  let end = inZone(zone, () => next.toZonedDateTime(zone));
  const jump = end.getTimeZoneTransition('next');
  if (jump && jump.since(end, { largestUnit: 'hours' }).hours < 24 && isBefore(jump.toPlainDate(), next)) {
    end = next.toPlainDateTime('00:00').toZonedDateTime(zone, { disambiguation: 'later' });
  }
  return instantText(end);
}

/**
 * The first instant at which clocks show the time on the local date: where they show it twice, the first; where they skip
 * it, the jump itself, from which on they show a later one.
 */
export function atLocalTime(date: string, time: string, zone: string): string {
  const known = knownInstants.get(zone)?.get(time)?.get(date);
  if (known !== undefined) return known;
  const found = findLocalTime(date, time, zone);
  const ofZone = rememberedIn(knownInstants, zone, () => new Map<string, Map<string, string>>());
  const ofTime = rememberedIn(ofZone, time, () => new Map<string, string>());
  return rememberedIn(ofTime, date, () => found);
}

function findLocalTime(date: string, time: string, zone: string): string {
  const asked = plainDate(date).toPlainDateTime(time);
  const shown = inZone(zone, () => asked.toZonedDateTime(zone, { disambiguation: 'compatible' }));
  if (shown.toPlainDateTime().equals(asked)) return instantText(shown);
  // A moment later, for it may be the jump itself, and only those before are looked through.
  return instantText(shown.add({ milliseconds: 1 }).getTimeZoneTransition('previous') ?? shown);
}

/** A due date `count` working days after the local day of `fromInstant`, which does not count itself. */
export function dueAfterWorkingDays(
  calendars: Calendars,
  fromInstant: string,
  count: number,
  zone: string,
): DueDate {
  const { date, provisional } = addWorkingDays(calendars, localDateOf(fromInstant, zone), count);
  return { localDate: date, dueAt: endOfDay(date, zone), provisional };
}

function isBefore(date: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(date, other) < 0;
}

function instantText(moment: Temporal.ZonedDateTime): string {
  return moment.toInstant().toString({ smallestUnit: 'millisecond' });
}
