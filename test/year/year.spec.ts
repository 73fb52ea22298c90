import { createTestDatabase } from '../support/postgres.js';
import { planted } from './planted.js';
import { playYear, type YearOptions } from './year.js';

/** The weeks around the Spring Festival of 2027, with its working Saturdays. */
const QUARTER: Omit<YearOptions, 'database'> = {
  from: '2027-01-04T00:00:00.000Z',
  until: '2027-04-02T12:00:00.000Z',
  agreements: 30,
  houses: 11,
  proposedWithin: 40,
  listPublishedAt: '2027-01-07T03:00:11.000Z',
  outages: [
    { from: '2027-01-20T00:40:00.000Z', to: '2027-01-20T01:40:00.000Z', isTotal: true },
    { from: '2027-02-24T00:10:00.000Z', to: '2027-02-25T00:10:00.000Z', isTotal: true },
    { from: '2027-03-09T02:00:00.000Z', to: '2027-03-18T02:00:00.000Z' },
  ],
};
const WEEKS: typeof QUARTER = {
  ...QUARTER,
  until: '2027-03-12T12:00:00.000Z',
  agreements: 6,
  houses: 4,
  proposedWithin: 8,
};

test('in a quarter of an office everybody is reminded as a naive model says, and nobody else', async () => {
  const { differences, lines } = await playYear({ ...QUARTER, database: await createTestDatabase() });
  expect(differences).toEqual([]);
  for (const word of ['ReminderSent', 'ReminderSuppressed', 'RemindersClosed', 'DeadlineEscalated'])
    expect(lines.filter((line) => line.includes(word)).length).toBeGreaterThan(10);
}, 300_000);

test.each(Object.entries(planted))(
  'is found: %s',
  async (_, bug) => {
    const database = await createTestDatabase();
    expect((await playYear({ ...WEEKS, database, planted: bug })).differences).not.toEqual([]);
  },
  300_000,
);
