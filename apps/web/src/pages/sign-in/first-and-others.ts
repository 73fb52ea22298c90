import type { PersonRow } from '../../api/types.js';

/** Who is shown first: somebody for each thing one can be here, two of them for the two sides of a letter. */
const PLACES = ['coordinator', 'representative', 'representative', 'auditor'] as const;

export function firstAndOthers(
  people: readonly PersonRow[],
): readonly [first: readonly PersonRow[], others: readonly PersonRow[]] {
  const left = [...people];
  const first = PLACES.flatMap((role) => {
    const index = left.findIndex(({ positions }) => positions.some(({ roles }) => roles.includes(role)));
    return index < 0 ? [] : left.splice(index, 1);
  });
  return [first, left];
}
