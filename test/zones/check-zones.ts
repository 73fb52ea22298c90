import { atLocalTime, endOfDay } from '@entente/calendar';

import type { NaiveZone } from './naive-zone.js';

const DAY_MS = 86_400_000;

/** What is wrong about a wall clock time on a date and on the day after, in a sentence; undefined: nothing. */
export function wrongAt(zone: NaiveZone, date: string, time: string): string | undefined {
  const next = dayAfter(date);
  const [today, tomorrow] = [date, next].map((day) => {
    const found = atLocalTime(day, time, zone.name);
    const right = new Date(zone.firstShowing(day, time)).toISOString();
    return found === right ? Date.parse(found) : `${day} ${time} in ${zone.name} is ${found}, not ${right}`;
  });
  if (typeof today !== 'number') return today;
  if (typeof tomorrow !== 'number') return tomorrow;
  // Whatever clocks do, each day has its own: none falls out, and none comes twice.
  return tomorrow > today ? undefined : `${date} and ${next} ${time} in ${zone.name} are one`;
}

/** A day is over when the next has begun for good. */
export function wrongEndOf(zone: NaiveZone, date: string): string | undefined {
  const end = Date.parse(endOfDay(date, zone.name));
  const next = Date.parse(`${dayAfter(date)}T00:00Z`);
  const shows = (ms: number): number =>
    ms + (zone.offsets.findLast(({ fromMs }) => fromMs <= ms)?.offsetMs ?? 0);
  const isOver = shows(end) >= next && shows(end - 1) < next;
  return isOver ? undefined : `${date} in ${zone.name} does not end at ${new Date(end).toISOString()}`;
}

/** Days and times around each change of offset, where something can go wrong. */
export function* casesOf(zone: NaiveZone): Generator<readonly [date: string, time: string]> {
  for (const [index, { fromMs, offsetMs }] of zone.offsets.entries()) {
    const before = zone.offsets[index - 1];
    if (!before || fromMs < Date.UTC(2026) || fromMs >= Date.UTC(2040, 11, 30)) continue;
    const [one, other] = [fromMs + before.offsetMs, fromMs + offsetMs].toSorted((a, b) => a - b);
    if (one === undefined || other === undefined) continue;
    const times = [one - 60_000, one, one + 60_000, (one + other) / 2, other - 60_000, other, other + 60_000];
    for (const day of [-DAY_MS, 0, DAY_MS])
      for (const time of times) yield [dateOf(time + day), timeOf(time + day)];
    for (const time of ['00:00', '08:30', '09:00', '23:59']) yield [dateOf(one), time];
  }
}

export const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const timeOf = (ms: number): string => new Date(ms).toISOString().slice(11, 16);

function dayAfter(date: string): string {
  return dateOf(Date.parse(`${date}T00:00Z`) + DAY_MS);
}
