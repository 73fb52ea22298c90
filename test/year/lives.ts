import type { PositionRole } from '@entente/directory';

import type { SeededRandom } from '../faults/seeded-random.js';
import type { Cast, House } from './cast.js';

/** Somebody's or something's year: after each step it says when it goes on, UTC ISO text. */
export type Life = AsyncGenerator<string, void, undefined>;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const PACE_MS = 5 * 60_000;
/** Nothing that is due by rule is due within a minute of such a one: reminders are assigned once a minute. */
const APART_MS = 3 * 60_000;

/** So many days from now, at some time of the day's work in Shanghai. */
export function inDays(now: string, days: number, random: SeededRandom): string {
  const midnight = Math.floor(Date.parse(now) / DAY_MS) * DAY_MS;
  const time = HOUR_MS + random.below((9 * HOUR_MS) / PACE_MS) * PACE_MS + APART_MS;
  return new Date(midnight + days * DAY_MS + time).toISOString();
}

/** The next such time. */
export function nextPace(at: string): string {
  return new Date(Math.floor(Date.parse(at) / PACE_MS + 1) * PACE_MS + APART_MS).toISOString();
}

export function inHours(now: string, hours: number): string {
  return new Date(Date.parse(now) + hours * HOUR_MS).toISOString();
}

const HEAD: readonly PositionRole[] = ['representative', 'signatory'];
const COORDINATOR: readonly PositionRole[] = ['coordinator', 'representative'];

/** Heads of a house go; sooner or later another comes, or at once. */
export async function* headsOf(cast: Cast, { head, organisationId }: House, days: number): Life {
  const { office, random } = cast;
  for (;;) {
    yield inDays(office.now, 1 + random.below(days), random);
    if (random.chance(0.7)) {
      await cast.vacate(head);
      yield inDays(office.now, 1 + random.below(15), random);
    }
    await cast.fill(head, organisationId, HEAD);
  }
}

/** The address of whoever heads the house goes, and comes again as another. */
export async function* contactsOf(cast: Cast, { head }: House, days: number): Life {
  const { office, random } = cast;
  for (let count = 0; ; count += 1) {
    yield inDays(office.now, 1 + random.below(days), random);
    const personId = cast.holderOf(head);
    if (personId === undefined) continue;
    await cast.changeContacts(personId, { email: null });
    yield inDays(office.now, 1 + random.below(10), random);
    await cast.changeContacts(personId, { email: `${personId}-${count}@letters.example` });
  }
}

/** Who keeps the first desk leaves for good, and days later another coordinator takes it over. */
export async function* firstDesk(cast: Cast, afterDays: number): Life {
  const { office, random } = cast;
  yield inDays(office.now, afterDays, random);
  await cast.vacate(cast.coordinator(0));
  yield inDays(office.now, 4, random);
  await cast.handOverDesk(0, cast.desks.length);
  yield inDays(office.now, 20, random);
  await cast.fill(cast.coordinator(0), cast.department, COORDINATOR);
}
