import type { Actor } from '@entente/access';
import {
  signatureOfEntry,
  signingPosition,
  substituteOf,
  type Agreement,
  type AgreementCommand,
  type AgreementContext,
  type OverriddenAction,
  type ProposedAgreement,
} from '@entente/agreement';
import { localDateOf } from '@entente/calendar';
import {
  holderOn,
  mandateFault,
  type RegisteredOrganisation,
  type SubstituteQuestion,
} from '@entente/directory';
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
  /** The position that signs, and the day on which somebody must have held it. */
  readonly signing?: { readonly partyId: string; readonly positionId: string; readonly on: string };
  /** The day is one that is put right. */
  readonly corrected?: true;
}

export function signerIn(
  state: Agreement,
  { command }: CommandOnStream<AgreementCommand>,
  actingAs: string | undefined,
): Signer {
  if (state.stage === null) return {};
  const meant = meantBy(state, command);
  if (meant.type === 'CorrectEntry') return signerOfCorrected(state, meant);
  const substitution = substitutionIn(state, meant);
  const signing = signingIn(state, meant, actingAs);
  return { ...(substitution ? { substitution } : {}), ...(signing ? { signing } : {}) };
}

function signingIn(
  { parties }: ProposedAgreement,
  command: AgreementCommand | OverriddenAction,
  actingAs: string | undefined,
): Signer['signing'] {
  if (command.type !== 'RecordSignature' && command.type !== 'RecordAccession') return undefined;
  const { partyId, signedOn: on } = command;
  const party = parties.find((one) => one.partyId === partyId);
  const positionId = command.positionId ?? signingPosition(party, actingAs);
  return positionId === undefined ? undefined : { partyId, positionId, on };
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
  const corrected = { signing: { partyId, positionId, on }, corrected: true } as const;
  if (substituteFor === undefined || mandate === undefined) return corrected;
  const substitution = { partyId, positionId: substituteFor, mandate, substituteId: positionId, on };
  return { ...corrected, substitution };
}

/**
 * What the directory says of the signer. A mandate of its own must be this substitute's, for this agreement, and hold on
 * the day. What it means that nobody held the position on the day, the rules decide.
 */
export async function signerFacts(
  facts: Facts,
  { space }: Actor,
  state: Agreement,
  stream: string,
  { substitution, signing, corrected }: Signer,
): Promise<Pick<AgreementContext, 'vacantOn'> | Refused<'mandate-expired' | 'signatory-without-mandate'>> {
  const partyId = (substitution ?? signing)?.partyId;
  if (partyId === undefined || state.stage === null) return {};
  const organisation = (await readOrganisation(facts.store, space, partyId))?.organisation;
  if (!organisation || organisation.status === 'unknown') return {};
  const vacantOn = signing && isAway(organisation, signing) ? signing.on : undefined;
  const vacant = vacantOn === undefined ? {} : { vacantOn };
  if (!substitution) return vacant;
  const on = substitution.on ?? localDateOf(facts.now(space), facts.zone);
  const { kind } = state;
  const fault = mandateFault(organisation, {
    ...substitution,
    ...{ on, kind, agreementId: parseStreamName(stream).id },
  });
  if (!fault) return vacant;
  return corrected ? refuse(fault.refused.code, { ...fault.refused, field: 'value' }) : fault;
}

/** A day that is none is for the rule of days to refuse. */
function isAway(
  organisation: RegisteredOrganisation,
  { positionId, on }: NonNullable<Signer['signing']>,
): boolean {
  const isKnown = organisation.history.some((position) => position.positionId === positionId);
  return isKnown && DAY.test(on) && holderOn(organisation, positionId, on) === undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
