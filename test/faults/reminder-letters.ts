import type { AgreementFact } from '@entente/agreement';
import { randomUUID } from 'node:crypto';

import { tell, type World } from '../jobs/support/world.js';

/** A deadline that one position is reminded of. */
export interface LetterDeadline {
  readonly localDate: string;
  readonly zone: string;
  readonly workingDaysBefore: readonly number[];
  readonly onTheDay: boolean;
}

export interface Letter {
  readonly agreementId: string;
  readonly address: string;
}

/** A letter whose only party owes something by each of these deadlines; a person of its own is reminded of it. */
export async function letterWith(
  world: World,
  deadlines: readonly LetterDeadline[],
  space = 'main',
): Promise<Letter> {
  const agreementId = randomUUID();
  const positionId = `head-of-${agreementId}`;
  const holder = holderOf(positionId);
  world.directory.holders.set(positionId, holder);
  const partyId = 'north';
  const facts: AgreementFact[] = [
    {
      type: 'AgreementProposed',
      data: { kind: 'letter-of-intent', definition: 'letter-of-intent@1', title: { en: 'Letter' } },
    },
    {
      type: 'PartyInvited',
      data: { partyId, organisation: 'organisation-north@0', name: { en: 'North' }, role: 'party' },
    },
    { type: 'SignatoryNamed', data: { partyId, positionId, title: { en: 'Head' } } },
    ...deadlines.flatMap((deadline, index) => milestone(partyId, deadline, index)),
  ];
  await tell(world, agreementId, facts, space);
  return { agreementId, address: holder.email };
}

/** Every position is held by somebody of its own. */
export function holderOf(positionId: string) {
  return {
    personId: `person-${positionId}`,
    name: { en: 'Head' },
    email: `${positionId}@north.example`,
    language: 'en',
  } as const;
}

function milestone(
  ownerPartyId: string,
  { localDate, zone, workingDaysBefore, onTheDay }: LetterDeadline,
  index: number,
): AgreementFact[] {
  const milestoneId = `m${index}`;
  return [
    {
      type: 'MilestonePlanned',
      data: { milestoneId, kind: 'research', title: { en: 'Study' }, ownerPartyId, dueOn: localDate },
    },
    {
      type: 'DeadlineSet',
      data: {
        deadlineId: `milestone-${milestoneId}`,
        kind: 'milestone',
        subject: milestoneId,
        rule: 'date',
        calendar: 'cn@1',
        zone,
        tzdb: 'test',
        localDate,
        dueAt: `${localDate}T23:59:59.000Z`,
        provisional: false,
        remind: { workingDaysBefore, onTheDay },
      },
    },
  ];
}
