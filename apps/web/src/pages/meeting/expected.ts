import type { Attendance, LocalText, MeetingDetail } from '../../api/types.js';

/** A position that is to sign, and who came of it. */
export interface Expected {
  readonly positionId: string;
  readonly personId: string | null;
  readonly present: Attendance | undefined;
  readonly substitute: Attendance | undefined;
}

export interface ExpectedHouse {
  readonly organisationId: string;
  readonly name: LocalText;
  readonly signing: readonly Expected[];
  /** Who is there without signing. */
  readonly others: readonly Attendance[];
}

type Known = Pick<MeetingDetail, 'letters' | 'attendance'>;

/** Each party once, however many letters it signs, with the positions that sign for it. */
export function expectedAt({ letters, attendance }: Known): readonly ExpectedHouse[] {
  const parties = letters.flatMap((letter) => letter.parties);
  return [...Map.groupBy(parties, ({ partyId }) => partyId)].map(([organisationId, same]) => {
    const there = attendance.filter((one) => one.organisationId === organisationId);
    const named = new Map(
      same.flatMap(({ positionId, substituteFor, personId }) => {
        const signing = substituteFor ?? positionId;
        // Of somebody who is replaced the answer tells who comes instead.
        return signing === null ? [] : [[signing, substituteFor === null ? personId : null] as const];
      }),
    );
    const signing = [...named].map(([positionId, personId]) => ({
      positionId,
      personId,
      present: there.find((one) => one.positionId === positionId),
      substitute: there.find((one) => one.substituteFor === positionId),
    }));
    const signingIds = signing.flatMap(({ present, substitute }) => [
      present?.positionId,
      substitute?.positionId,
    ]);
    const others = there.filter(({ positionId }) => !signingIds.includes(positionId));
    return { organisationId, name: same[0]?.name ?? {}, signing, others };
  });
}
