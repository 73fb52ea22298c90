import type { AgreementFact, DeadlineSet } from '@entente/agreement';
import { stamp, type Stamped } from '@entente/event-sourcing';

export const AGREEMENT = '11111111-1111-4111-8111-111111111111';
export const PROPOSED_AT = '2026-03-02T01:00:00.000Z';

export const proposed: AgreementFact = {
  type: 'AgreementProposed',
  data: {
    kind: 'letter-of-intent',
    definition: 'letter-of-intent@1',
    title: { zh: '合作意向书', en: 'Letter' },
  },
};

export function party(partyId: string, positionId: string): AgreementFact[] {
  return [
    {
      type: 'PartyInvited',
      data: { partyId, organisation: `organisation-${partyId}@0`, name: { en: partyId }, role: 'party' },
    },
    { type: 'SignatoryNamed', data: { partyId, positionId, title: { en: 'Head' } } },
  ];
}

export const signingDeadline: DeadlineSet = {
  type: 'DeadlineSet',
  data: {
    deadlineId: 'signing-5',
    kind: 'stage',
    subject: 'signing',
    rule: 'P10D working',
    calendar: 'cn@1',
    zone: 'Asia/Shanghai',
    tzdb: '2026c',
    localDate: '2026-03-16',
    dueAt: '2026-03-16T16:00:00.000Z',
    provisional: false,
    remind: { workingDaysBefore: [5, 2], onTheDay: true },
  },
};

export function deadline(change: Partial<DeadlineSet['data']>): DeadlineSet {
  return { type: 'DeadlineSet', data: { ...signingDeadline.data, ...change } };
}

export function signed(partyId: string): AgreementFact {
  return { type: 'PartySigned', data: { partyId } };
}

/** Each fact is an entry of its own: `command-{index}`, all recorded at the same moment. */
export function history(...facts: readonly AgreementFact[]): Stamped<AgreementFact>[] {
  return facts.flatMap((fact, index) =>
    stamp([fact], {
      now: PROPOSED_AT,
      actor: 'person-1',
      actingAs: 'desk-1',
      commandId: `command-${index}`,
      nextRevision: index,
    }),
  );
}

/** Two parties, in signing since Monday 2 March 2026, due on Monday 16 March. The deadline is revision 5. */
export function inSigning(...more: readonly AgreementFact[]): Stamped<AgreementFact>[] {
  return history(
    proposed,
    ...party('north', 'north-head'),
    ...party('south', 'south-head'),
    signingDeadline,
    ...more,
  );
}
