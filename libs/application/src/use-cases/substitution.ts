import type { Actor } from '@entente/access';
import {
  signatureOfEntry,
  substituteOf,
  type Agreement,
  type AgreementCommand,
  type OverriddenAction,
  type ProposedAgreement,
} from '@entente/agreement';
import { localDateOf } from '@entente/calendar';
import { holderOn, mandateFault, type SubstituteQuestion } from '@entente/directory';
import { parseStreamName, refuse, type CommandOnStream, type Refused } from '@entente/event-sourcing';

import type { Facts } from '../ports/facts.js';
import { meantBy } from './meant-by.js';
import { readOrganisation } from './organisations.js';

/** Whoever is to sign, or signs, in a signatory's place under a mandate that was named. */
export interface Substitution extends Omit<SubstituteQuestion, 'on' | 'kind' | 'agreementId'> {
  readonly partyId: string;
  /** Day of the signature; absent: today. */
  readonly on?: string;
}

/** Of whom the directory is asked before a signature counts. */
export interface Signer {
  readonly substitution?: Substitution;
  /** A day that is put right: whoever signed must have been there on it. */
  readonly corrected?: { readonly partyId: string; readonly positionId: string; readonly on: string };
}

export function signerIn(state: Agreement, { command }: CommandOnStream<AgreementCommand>): Signer {
  if (state.stage === null) return {};
  const meant = meantBy(state, command);
  if (meant.type === 'CorrectEntry') return signerOfCorrected(state, meant);
  const substitution = substitutionIn(state, meant);
  return substitution ? { substitution } : {};
}

function substitutionIn(
  { parties }: ProposedAgreement,
  command: AgreementCommand | OverriddenAction,
): Substitution | undefined {
  if (command.type === 'RecordAccession') {
    const { partyId, substituteFor, mandate, positionId: substituteId, signedOn: on } = command;
    if (substituteFor === undefined || mandate === undefined) return undefined;
    return { partyId, positionId: substituteFor, mandate, substituteId, on };
  }
  if (command.type !== 'RecordSignature' && command.type !== 'HandOverSigning') return undefined;
  const party = parties.find(({ partyId }) => partyId === command.partyId);
  if (!party?.signatory) return undefined;
  const { partyId, signatory } = party;
  const about = { partyId, positionId: signatory.positionId };
  if (command.type === 'HandOverSigning') {
    const { mandate, positionId: substituteId } = command;
    return mandate === undefined ? undefined : { ...about, mandate, substituteId };
  }
  const substituteId = command.positionId ?? party.substitute?.positionId ?? '';
  const mandate = substituteOf(party, substituteId)?.mandate;
  return mandate === undefined ? undefined : { ...about, mandate, substituteId, on: command.signedOn };
}

/** Asked anew for the day that is said to be right: it may be one on which nobody could have signed so. */
function signerOfCorrected(
  state: ProposedAgreement,
  { commandId, field, value: on }: Extract<OverriddenAction, { type: 'CorrectEntry' }>,
): Signer {
  const found = signatureOfEntry(state, commandId);
  if (field !== 'signedOn' || typeof on !== 'string' || !found) return {};
  const { partyId } = found.party;
  const { positionId, substituteFor, mandate } = found.signature;
  const corrected = { partyId, positionId, on };
  if (substituteFor === undefined || mandate === undefined) return { corrected };
  const substitution = { partyId, positionId: substituteFor, mandate, substituteId: positionId, on };
  return { corrected, substitution };
}

/** A mandate of the directory must be this substitute's, for this agreement, and hold on the day. */
export async function signerFault(
  facts: Facts,
  { space }: Actor,
  state: Agreement,
  stream: string,
  { substitution, corrected }: Signer,
): Promise<Refused<'mandate-expired' | 'signatory-without-mandate' | 'position-vacant'> | undefined> {
  const partyId = (substitution ?? corrected)?.partyId;
  if (partyId === undefined || state.stage === null) return undefined;
  const organisation = (await readOrganisation(facts.store, space, partyId))?.organisation;
  if (!organisation || organisation.status === 'unknown') return undefined;
  if (corrected && isAway(organisation, corrected)) return refuse('position-vacant', { field: 'value' });
  if (!substitution) return undefined;
  const on = substitution.on ?? localDateOf(facts.now(space), facts.zone);
  const { kind } = state;
  const fault = mandateFault(organisation, {
    ...substitution,
    ...{ on, kind, agreementId: parseStreamName(stream).id },
  });
  return fault && corrected ? refuse(fault.refused.code, { ...fault.refused, field: 'value' }) : fault;
}

/** A day that is none is for the rule of days to refuse. */
function isAway(
  organisation: Parameters<typeof holderOn>[0],
  { positionId, on }: NonNullable<Signer['corrected']>,
): boolean {
  const isKnown = organisation.history.some((position) => position.positionId === positionId);
  return isKnown && DAY.test(on) && holderOn(organisation, positionId, on) === undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
