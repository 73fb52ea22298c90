import type { Above } from '@entente/reminder';

import type { ReminderDirectory } from '../ports/reminder-directory.js';

/** The positions a missed deadline is taken to, as they are filled on a local day. */
export async function positionsAbove(
  directory: ReminderDirectory,
  space: string,
  { deskId, proposedFrom }: { readonly deskId?: string; readonly proposedFrom?: string },
  above: Above,
  day: string,
): Promise<readonly string[]> {
  const desk = above.to === 'representative' ? undefined : await directory.deskOf(space, deskId, day);
  switch (above.to) {
    case 'representative':
      return representatives(directory, space, above.partyIds);
    case 'desk':
      if (desk) return [desk.positionId];
      // Without desks it is looked after from where it was proposed.
      return deskId === undefined && proposedFrom !== undefined ? [proposedFrom] : [];
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
