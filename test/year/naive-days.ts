import { NaiveZone } from '../zones/naive-zone.js';
import { daysOff, nextDay } from './days-off.js';

const tables = new Map<string, ReadonlyMap<string, boolean>>();
const zones = new Map<string, NaiveZone>();
const MAX_DAYS = 400;
const TO_MS = Date.UTC(2029, 0, 1);

/** Whether every calendar named, as in `cn@2+de@1`, has the day as one of work. */
export function isWorked(calendars: string, date: string): boolean {
  return calendars.split('+').every((name) => {
    const listed = tableOf(name).get(date);
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    return listed ?? (weekday !== 0 && weekday !== 6);
  });
}

/** So many days of work after the day, or before it when negative; the day itself does not count. */
export function worked(calendars: string, date: string, count: number): string {
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  let day = date;
  for (let gone = 0; left > 0 && gone < MAX_DAYS; gone += 1) {
    day = nextDay(day, step);
    if (isWorked(calendars, day)) left -= 1;
  }
  return day;
}

/** The day, or the first day of work after it (before it, when `step` is -1). */
export function workedFrom(calendars: string, date: string, step: 1 | -1): string {
  let day = date;
  while (!isWorked(calendars, day)) day = nextDay(day, step);
  return day;
}

/** The first instant at which clocks of the zone show this on the day. */
export function shown(date: string, time: string, zone: string): string {
  return new Date(zoneOf(zone).firstShowing(date, time)).toISOString();
}

/** The day that clocks of the zone show. */
export function dayOf(instant: string, zone: string): string {
  const ms = Date.parse(instant);
  const offset = zoneOf(zone).offsets.findLast(({ fromMs }) => fromMs <= ms)?.offsetMs ?? 0;
  return new Date(ms + offset).toISOString().slice(0, 10);
}

function zoneOf(name: string): NaiveZone {
  const known = zones.get(name) ?? new NaiveZone(name, TO_MS);
  zones.set(name, known);
  return known;
}

function tableOf(name: string): ReadonlyMap<string, boolean> {
  const known = tables.get(name) ?? new Map(daysOff(name).map(({ date, isWorked: is }) => [date, is]));
  if (known.size === 0) throw new Error(`nobody wrote down the days of ${name}`);
  tables.set(name, known);
  return known;
}
