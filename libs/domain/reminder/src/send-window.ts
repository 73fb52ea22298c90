import { atLocalTime, dayStatus, localDateOf, type Calendars } from '@entente/calendar';

import { SEND_TIME, type Step } from './steps.js';

/** When somebody may be written to: on working days, by the clock where they are. */
export interface SendWindow {
  /** IANA zone. */
  readonly zone: string;
  /** Wall clock times, HH:MM; `to` is the first at which nothing goes out any more. */
  readonly from: string;
  readonly to: string;
  readonly calendars: Calendars;
}

export const OFFICE_HOURS = { from: '08:30', to: '18:00' } as const;

/** Whose calendar has no working day for so long is written to all the same. */
const MAX_DAYS_CLOSED = 60;

/** The first instant from `at` on at which the window is open. Times are UTC ISO text with milliseconds. */
export function nextOpening(at: string, { zone, from, to, calendars }: SendWindow): string {
  let date = localDateOf(at, zone);
  for (let days = 0; days <= MAX_DAYS_CLOSED; days += 1) {
    const [opens, closes] = [atLocalTime(date, from, zone), atLocalTime(date, to, zone)];
    if (at < closes && opens < closes && dayStatus(calendars, date).working) return at > opens ? at : opens;
    date = Temporal.PlainDate.from(date).add({ days: 1 }).toString();
  }
  return at;
}

/**
 * When a reminder that is to go out `at` does. The last one before a due date waits for no window that opens only
 * after it: at the wrong hour is better than too late.
 */
export function sendAt(at: string, window: SendWindow, lastBefore?: string): string {
  const opening = nextOpening(at, window);
  return lastBefore !== undefined && at < lastBefore && opening >= lastBefore ? at : opening;
}

/**
 * When a step goes to somebody: at nine o'clock of its day by their own clock, or on the next working day at nine, so
 * that everything of a day comes to them at one moment. The last reminder before a due date that would be over by then
 * goes at the step's own time, or at theirs when that is earlier.
 */
export function opensAt(
  { at, localDate }: Pick<Step, 'at' | 'localDate'>,
  window: SendWindow,
  lastBefore?: string,
): string {
  const daily = atNine(window);
  const own = atLocalTime(localDate, daily.from, daily.zone);
  const opening = nextOpening(own, daily);
  if (lastBefore === undefined || opening < lastBefore) return opening;
  return sendAt(own < at ? own : at, daily, lastBefore);
}

/** When what could not go out at its time does, from `now` on. */
export function reopensAt(now: string, window: SendWindow, lastBefore?: string): string {
  return sendAt(now, atNine(window), lastBefore);
}

/** When what waits for another day goes out: on the first working day after the local day of `now`. */
export function opensAnotherDay(now: string, window: SendWindow): string {
  const daily = atNine(window);
  const tomorrow = Temporal.PlainDate.from(localDateOf(now, daily.zone)).add({ days: 1 }).toString();
  return nextOpening(atLocalTime(tomorrow, daily.from, daily.zone), daily);
}

/** Whose hours have no nine o'clock is written to when they begin. */
function atNine(window: SendWindow): SendWindow {
  return window.from <= SEND_TIME && SEND_TIME < window.to ? { ...window, from: SEND_TIME } : window;
}
