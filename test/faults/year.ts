import { OwnPostgres } from '../support/own-postgres.js';
import { playYear } from '../year/year.js';
import { mustHold, type Fault } from './fault.js';

const SHOWN = 20;

export const fault: Fault = {
  id: 'YEAR',
  title: 'a year of an office: everybody is reminded as a naive model says, and of nothing else',
  async run({ short, say }) {
    const agreements = short ? 40 : 500;
    await using server = await OwnPostgres.start({ settings: { fsync: 'off' } });
    const connectionString = await server.createDatabase('year');
    const { lines, differences, refusals } = await playYear({
      database: { connectionString, drop: () => Promise.resolve() },
      from: '2026-09-01T00:00:00.000Z',
      until: short ? '2027-01-15T12:00:00.000Z' : '2027-08-31T12:00:00.000Z',
      agreements,
      houses: short ? 17 : 47,
      proposedWithin: short ? 40 : 240,
      listPublishedAt: '2026-11-10T03:03:00.000Z',
      outages: [
        { from: '2026-10-14T00:40:00.000Z', to: '2026-10-14T01:40:00.000Z', isTotal: true },
        { from: '2026-11-24T00:10:00.000Z', to: '2026-11-25T00:10:00.000Z', isTotal: true },
        { from: '2027-03-02T02:00:00.000Z', to: '2027-03-11T02:00:00.000Z' },
      ],
      say,
    });
    for (const line of differences.slice(0, SHOWN)) say(line);
    const count = (word: string): number => lines.filter((line) => line.includes(word)).length;
    const held = Map.groupBy(
      lines.filter((line) => line.includes('ReminderSuppressed')),
      (line) => line.split(' ').at(-1) ?? '',
    );
    mustHold(differences.length === 0, `${differences.length} lines differ from the model's`);
    return {
      agreements,
      'reminders sent': count('ReminderSent'),
      ...Object.fromEntries([...held].map(([reason, some]) => [`held back: ${reason}`, some.length])),
      'mails that came back': count('ReminderBounced'),
      'deadlines taken up': count('DeadlineEscalated'),
      'deadlines missed': count('DeadlineMissed'),
      'ends that closed the rest': count('RemindersClosed'),
      'commands refused': [...refusals.values()].reduce((sum, one) => sum + one, 0),
      differences: 0,
    };
  },
};
