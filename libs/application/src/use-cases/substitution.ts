import type { Actor } from '@entente/access';
import { substituteOf, type Agreement, type AgreementCommand } from '@entente/agreement';
import { localDateOf } from '@entente/calendar';
import { mandateFault, type SubstituteQuestion } from '@entente/directory';
import { parseStreamName, type CommandOnStream, type Refused } from '@entente/event-sourcing';

import type { Facts } from '../ports/facts.js';
import { readOrganisation } from './organisations.js';

export interface Substitution extends Omit<SubstituteQuestion, 'on'> {
  readonly partyId: string;
  /** Day of the signature; absent: today. */
  readonly on?: string;
}

/** Whoever is to sign, or signs, in a signatory's place under a mandate that was named. */
export function substitutionIn(
  state: Agreement,
  { command, stream }: CommandOnStream<AgreementCommand>,
): Substitution | undefined {
  if (state.stage === null) return undefined;
  if (command.type !== 'RecordSignature' && command.type !== 'HandOverSigning') return undefined;
  const party = state.parties.find(({ partyId }) => partyId === command.partyId);
  if (!party?.signatory) return undefined;
  const { positionId } = party.signatory;
  const { partyId } = party;
  const about = { partyId, positionId, kind: state.kind, agreementId: parseStreamName(stream).id };
  if (command.type === 'HandOverSigning') {
    const { mandate, positionId: substituteId } = command;
    return mandate === undefined ? undefined : { ...about, mandate, substituteId };
  }
  const substituteId = command.positionId ?? party.substitute?.positionId ?? '';
  const mandate = substituteOf(party, substituteId)?.mandate;
  return mandate === undefined ? undefined : { ...about, mandate, substituteId, on: command.signedOn };
}

/** A mandate of the directory must be this substitute's, for this agreement, and hold on the day. */
export async function substitutionFault(
  facts: Facts,
  { space }: Actor,
  substitution: Substitution | undefined,
): Promise<Refused<'mandate-expired' | 'signatory-without-mandate'> | undefined> {
  if (!substitution) return undefined;
  const read = await readOrganisation(facts.store, space, substitution.partyId);
  const on = substitution.on ?? localDateOf(facts.now(space), facts.zone);
  return read && mandateFault(read.organisation, { ...substitution, on });
}
