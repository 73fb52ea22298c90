import type { Above } from '@entente/reminder';

import type { ReminderDirectory } from '../ports/reminder-directory.js';

/** The positions a missed deadline is taken to, as they are filled on a local day. */
export async function positionsAbove(
  directory: ReminderDirectory,
  space: string,
  { deskId }: { readonly deskId?: string },
  above: Above,
  day: string,
): Promise<readonly string[]> {
  const desk = above.to === 'representative' ? undefined : await directory.deskOf(space, deskId, day);
  switch (above.to) {
    case 'representative':
      return representatives(directory, space, above.partyIds);
    case 'desk':
      return desk ? [desk.positionId] : [];
    case 'head':
      return desk ? representatives(directory, space, [desk.organisationId]) : [];
    default: {
      const never: never = above;
      return never;
    }
  }
}

async function representatives(
  directory: ReminderDirectory,
  space: string,
  organisationIds: readonly string[],
): Promise<readonly string[]> {
  const found = await Promise.all(organisationIds.map((id) => directory.representativesOf(space, id)));
  return [...new Set(found.flat())];
}
