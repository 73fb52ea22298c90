import type { WorkRow } from '../../api/types.js';

/** Where it is done: the letter's page, which opens what `do` names. */
export function addressOf({
  agreementId,
  command,
  who,
  milestone,
}: Pick<WorkRow, 'agreementId' | 'command' | 'who' | 'milestone'>): string {
  if (command === 'FileSignedCopy') return `/agreements/${agreementId}#signed-copy`;
  if (command === 'ConfirmOverride') return `/agreements/${agreementId}#overrides`;
  const params = new URLSearchParams({ do: command });
  if (who !== 'coordinator') params.set('party', who);
  if (milestone) params.set('milestone', milestone.milestoneId);
  return `/agreements/${agreementId}?${params.toString()}`;
}
