import type { LetterSnapshot, PartySnapshot } from './context.js';
import type { PlannedSignature } from './events.js';
import type { Attendance } from './state.js';

/** What stands in the way of signing a letter at the meeting. */
export type BlockerCode =
  'in-drafting' | 'no-signatory' | 'party-declined' | 'signatory-absent' | 'position-vacant' | 'over';

export interface Blocker {
  readonly code: BlockerCode;
  readonly partyId?: string;
}

export interface Readiness {
  readonly standing: 'ready' | 'blocked' | 'signed';
  readonly blockers: readonly Blocker[];
}

export function isSigned({ parties }: LetterSnapshot): boolean {
  return parties.length > 0 && parties.every(({ signed }) => signed);
}

/**
 * Whether the letter can be signed by those who are there; before anybody's attendance is recorded all may come who hold
 * the positions.
 */
export function readinessOf(
  letter: LetterSnapshot,
  attendance: readonly Attendance[],
  isHeld: (positionId: string) => boolean = () => true,
): Readiness {
  if (isSigned(letter)) return { standing: 'signed', blockers: [] };
  const blockers = blockersOf(letter, attendance, isHeld);
  return { standing: blockers.length > 0 ? 'blocked' : 'ready', blockers };
}

function blockersOf(
  letter: LetterSnapshot,
  attendance: readonly Attendance[],
  isHeld: (positionId: string) => boolean,
): Blocker[] {
  if (letter.phase === 'over') return [{ code: 'over' }];
  const drafting: Blocker[] = letter.phase === 'drafting' ? [{ code: 'in-drafting' }] : [];
  const open = letter.parties.filter(({ signed }) => !signed);
  return [
    ...drafting,
    ...open.flatMap((party): Blocker[] => {
      const { partyId, signatory, declined } = party;
      if (declined) return [{ code: 'party-declined', partyId }];
      if (signatory === undefined) return [{ code: 'no-signatory', partyId }];
      if (!isThere(party, attendance)) return [{ code: 'signatory-absent', partyId }];
      const signing = substituteAt(party, attendance)?.positionId ?? party.substitute ?? signatory;
      return isHeld(signing) ? [] : [{ code: 'position-vacant', partyId }];
    }),
  ];
}

function isThere(party: PartySnapshot, attendance: readonly Attendance[]): boolean {
  const signing = [party.signatory, party.substitute];
  return (
    attendance.length === 0 ||
    attendance.some(({ positionId }) => signing.includes(positionId)) ||
    substituteAt(party, attendance) !== undefined
  );
}

/** Who came in the place of the party's signatory. */
export function substituteAt(
  { partyId, signatory }: PartySnapshot,
  attendance: readonly Attendance[],
): Attendance | undefined {
  return attendance.find(
    ({ organisationId, substituteFor }) => organisationId === partyId && substituteFor === signatory,
  );
}

/** The signatures that are still missing, as they are planned. */
export function plannedSignatures(
  { parties }: LetterSnapshot,
  attendance: readonly Attendance[],
): readonly PlannedSignature[] {
  return parties
    .filter(({ signed }) => !signed)
    .flatMap((party) => {
      const { positionId, mandate } = substituteAt(party, attendance) ?? {};
      const by = {
        ...(positionId === undefined ? {} : { positionId }),
        ...(mandate === undefined ? {} : { mandate }),
      };
      return party.means.map((means) => ({ partyId: party.partyId, means, ...by }));
    });
}
