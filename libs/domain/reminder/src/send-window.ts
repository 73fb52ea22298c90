import { atLocalTime, dayStatus, localDateOf, type Calendars } from '@entente/calendar';

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
