import { createTestDatabase } from '../support/postgres.js';
import { planted } from './planted.js';
import type { Planted } from './year-facts.js';
import { playYear, type YearOptions } from './year.js';

/** The weeks around the Spring Festival of 2027, with its working Saturdays. */
const QUARTER: Omit<YearOptions, 'database'> = {
  from: '2027-01-04T00:00:00.000Z',
  until: '2027-03-26T12:00:00.000Z',
  agreements: 22,
  houses: 9,
  proposedWithin: 30,
  unreachable: 5,
  // One in which all that is counted below comes about.
  seed: 4,
  listPublishedAt: '2027-01-07T03:03:00.000Z',
  outages: [
    { from: '2027-01-20T00:40:00.000Z', to: '2027-01-20T01:40:00.000Z', isTotal: true },
    { from: '2027-02-24T00:10:00.000Z', to: '2027-02-25T00:10:00.000Z', isTotal: true },
    { from: '2027-03-09T02:00:00.000Z', to: '2027-03-18T02:00:00.000Z' },
  ],
};
const WEEKS: typeof QUARTER = {
  ...QUARTER,
  until: '2027-02-02T12:00:00.000Z',
  unreachable: 2,
  seed: 2027,
  agreements: 6,
  houses: 4,
  proposedWithin: 8,
};

test('in a quarter of an office everybody is reminded as a naive model says, and nobody else', async () => {
  const { differences, lines } = await playYear({ ...QUARTER, database: await createTestDatabase() });
  expect(differences).toEqual([]);
  const count = (word: string): number => lines.filter((line) => line.includes(word)).length;
  for (const word of ['ReminderSent', 'ReminderSuppressed', 'RemindersClosed', 'DeadlineEscalated'])
    expect(count(word)).toBeGreaterThan(10);
  for (const word of ['ReminderBounced', 'bounced', 'muted', 'acknowledged', 'snoozed', 'not-theirs'])
    expect(count(word)).toBeGreaterThan(0);
}, 300_000);

test.each(Object.entries(planted))(
  'is found: %s',
  async (_, { until = WEEKS.until, ...bug }: Planted & { readonly until?: string }) => {
    const database = await createTestDatabase();
    expect((await playYear({ ...WEEKS, until, database, planted: bug })).differences).not.toEqual([]);
  },
  300_000,
);
