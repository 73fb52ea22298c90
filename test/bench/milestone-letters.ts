import type { AgreementFact } from '@entente/agreement';
import { streamName, type EventEnvelope, type RecordedEvent } from '@entente/event-sourcing';
import { createHash } from 'node:crypto';

const MILESTONES = 25;
/** Three before, one on the day, the end of the day, and what goes up after it. */
export const STEPS_PER_LETTER = MILESTONES * 8;

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 2, 10);
const SET_AT = '2026-03-01T00:00:00.000Z';

export interface LetterEvents {
  readonly stream: string;
  readonly events: readonly RecordedEvent[];
}

/** Letters with milestones all over a year, as a log would give them. */
export function lettersWithMilestones(from: number, to: number): readonly LetterEvents[] {
  return Array.from({ length: to - from }, (_, index) => letter(from + index));
}

function letter(number: number): LetterEvents {
  const hex = createHash('sha256').update(String(number)).digest('hex');
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  const stream = streamName('main', 'agreement', id);
  const facts: AgreementFact[] = [
    {
      type: 'AgreementProposed',
      data: { kind: 'letter-of-intent', definition: 'letter-of-intent@1', title: { en: 'Letter' } },
    },
    {
      type: 'PartyInvited',
      data: { partyId: 'north', organisation: 'organisation-north@0', name: { en: 'North' }, role: 'party' },
    },
    { type: 'SignatoryNamed', data: { partyId: 'north', positionId: 'head', title: { en: 'Head' } } },
    ...Array.from({ length: MILESTONES }, (_, index) => milestone(number, index)).flat(),
  ];
  const events = facts.map((fact, revision) => ({
    position: String(revision).padStart(20, '0'),
    event: {
      ...fact,
      space: 'main',
      stream,
      revision,
      recordedAt: SET_AT,
      schemaVersion: 1,
    } as unknown as EventEnvelope,
  }));
  return { stream, events };
}

function milestone(letterNumber: number, index: number): AgreementFact[] {
  const day = FIRST_DAY + ((letterNumber * 7 + index * 14) % 365) * DAY_MS;
  const localDate = new Date(day).toISOString().slice(0, 10);
  return [
    {
      type: 'MilestonePlanned',
      data: {
        milestoneId: `m${index}`,
        kind: 'research',
        title: { en: 'Study' },
        ownerPartyId: 'north',
        dueOn: localDate,
      },
    },
    {
      type: 'DeadlineSet',
      data: {
        deadlineId: `milestone-m${index}`,
        kind: 'milestone',
        subject: `m${index}`,
        rule: 'date',
        calendar: 'cn@1',
        zone: 'Asia/Shanghai',
        tzdb: 'test',
        localDate,
        dueAt: `${localDate}T16:00:00.000Z`,
        provisional: false,
        remind: { workingDaysBefore: [3, 2, 1], onTheDay: true },
      },
    },
  ];
}
