import type { LocalText, OrganisationDetail } from '../../api/types.js';
import { holderNow, titleOf } from '../organisation/titles.js';

/** Somebody of the organisation who may come in a position's place. */
export interface Substitute {
  readonly key: string;
  readonly positionId: string;
  readonly title: LocalText;
  readonly holder: LocalText;
  /** The mandate kept here under which they come; absent: none is. */
  readonly mandate?: string;
}

type Known = Pick<OrganisationDetail, 'positions' | 'mandates' | 'nameOf'>;

/** Those with a mandate from the position that holds on the day, then everybody else who holds a position. */
export function substitutesIn(known: Known | undefined, insteadOf: string, day: string): Substitute[] {
  if (!known) return [];
  const held = known.positions.flatMap((position) => {
    const holder = holderNow(position);
    const { positionId, endedOn } = position;
    if (!holder || endedOn !== undefined || positionId === insteadOf) return [];
    const { personId } = holder;
    return [{ positionId, personId, title: titleOf(position) ?? {}, holder: known.nameOf[personId] ?? {} }];
  });
  const mandated = known.mandates
    .filter(
      ({ fromPositionId, from, until, revoked }) =>
        fromPositionId === insteadOf &&
        from <= day &&
        (until === undefined || until >= day) &&
        (revoked === undefined || revoked.on > day),
    )
    .flatMap(({ mandateId, toPositionId, toPersonId }) =>
      held
        .filter(({ positionId, personId }) => positionId === toPositionId || personId === toPersonId)
        .map(({ personId: _, ...one }) => ({
          ...one,
          key: `${mandateId} ${one.positionId}`,
          mandate: mandateId,
        })),
    );
  const others = held
    .filter(({ positionId }) => !mandated.some((one) => one.positionId === positionId))
    .map(({ personId: _, ...one }) => ({ ...one, key: one.positionId }));
  return [...mandated, ...others];
}
