import { localDateOf } from '@entente/calendar';
import { isRefused, refuse, type Refused } from '@entente/event-sourcing';

import { firstFault, MAX_NAME, MAX_REASON, pastDayFault, reasonFault, textFault } from '../checks.js';
import type { RecordSignature } from '../commands.js';
import type { Situation } from '../context.js';
import type { AgreementDecision } from '../decision.js';
import type { AgreementFact, OverriddenAction } from '../events.js';
import { askSecondPerson } from '../overrides/ask.js';
import { positionFault } from '../parties/decide.js';
import { partyOf, unknownParty } from '../parties/parties.js';
import type { AgreementRefusalCode } from '../refusals.js';
import type { Party, ProposedAgreement, Signature } from '../state.js';
import { lateFault } from './late-paper.js';
import { waitingFor } from './order.js';
import { hasSigned, isGiven, ruleOf } from './rule.js';
import { alreadySigned, settledFault } from './settled.js';

type Fault = Refused<AgreementRefusalCode> | undefined;
type ToldAction = Extract<OverriddenAction, { type: 'RecordSignature' | 'RecordAccession' }>;

/** A signature as it is told, and what shows it, in words. */
export interface Shown<Action> {
  readonly action: Action;
  readonly evidence: string | null | undefined;
}

export function recordSignature(
  state: ProposedAgreement,
  party: Party,
  command: RecordSignature,
  situation: Situation,
): AgreementDecision {
  const { type, partyId, means, signedOn, place, evidence, evidenceFile } = command;
  const positionId = command.positionId ?? signingPosition(party, situation.actingAs) ?? '';
  const action = {
    type,
    partyId,
    positionId,
    means,
    signedOn,
    ...(place === undefined ? {} : { place }),
    ...(evidenceFile === undefined ? {} : { evidenceFile }),
  };
  const facts = signatureFacts(state, { action, evidence }, situation);
  return evidenceFault(command) ?? told(state, { action, evidence }, command, facts, situation);
}

/** What one person alone may not tell is asked of a second one, if that is what the sender means to do. */
export function told(
  state: ProposedAgreement,
  { action, evidence }: Shown<ToldAction>,
  { override, reason = '' }: Pick<RecordSignature, 'override' | 'reason'>,
  facts: AgreementDecision,
  situation: Situation,
): AgreementDecision {
  if (isRefused(facts)) return facts;
  const shown = evidence === undefined || evidence === null ? {} : { evidence };
  const vacant = vacantFault(situation);
  const fault = vacant ?? lateFault(state, { ...action, ...shown }, situation);
  if (!fault) return facts;
  if (override !== true) return fault;
  const asked = { action, cause: vacant ? 'vacant' : 'late', reason, ...shown } as const;
  return reasonFault(reason) ?? askSecondPerson(state, asked, facts, situation);
}

/** The directory may be behind what was: a second person's word counts beside it. */
export function vacantFault({ vacantOn }: Pick<Situation, 'vacantOn'>, field = 'signedOn'): Fault {
  return vacantOn === undefined
    ? undefined
    : refuse('vacant-signature-needs-override', { field, facts: { on: vacantOn } });
}

/** What follows from the signature, whoever may record one of that day. */
export function signatureFacts(
  state: ProposedAgreement,
  { action, evidence }: Shown<Extract<OverriddenAction, { type: 'RecordSignature' }>>,
  situation: Situation,
): readonly AgreementFact[] | Refused<AgreementRefusalCode> {
  const party = partyOf(state, action.partyId);
  if (!party) return unknownParty(state);
  if (!party.signatory || state.textHash === null) return refuse('no-signatory', { field: 'partyId' });
  const waiting = waitingFor(state, party);
  const fault =
    settledFault(party) ??
    detailsFault(action, situation) ??
    dayFault(state, action, situation) ??
    (waiting.length > 0
      ? refuse('not-their-turn', { field: 'partyId', facts: { parties: waiting } })
      : signerFault(party, action, situation));
  if (fault) return fault;
  const rule = ruleOf(situation.definition, party);
  const given = isGiven(rule, party.signatures, action);
  if (given) return alreadySigned(given);
  const signature = { ...signatureOf(party, action), ...(evidence === undefined ? {} : { evidence }) };
  const { partyId } = party;
  const complete = hasSigned(rule, [...party.signatures, signature]);
  return [
    {
      type: 'SignatureRecorded',
      data: { partyId, ...signature, textHash: state.textHash },
      effectiveOn: action.signedOn,
    },
    ...(complete ? [{ type: 'PartySigned', data: { partyId } } as const] : []),
  ];
}

/** The substitute signs when they are the one who acts; else the signatory does, unless told otherwise. */
export function signingPosition(party: Party | undefined, actingAs: string | undefined): string | undefined {
  const { signatory, substitute } = party ?? {};
  return substitute && substitute.positionId === actingAs ? actingAs : signatory?.positionId;
}

/** The position that signs in the signatory's place, if this is one. */
export function substituteOf({ substitute }: Party, positionId: string): Party['substitute'] {
  return substitute?.positionId === positionId ? substitute : undefined;
}

function signerFault(
  party: Party,
  { positionId }: Pick<Signature, 'positionId'>,
  { definition, organisations }: Situation,
): Fault {
  const signatory = party.signatory?.positionId ?? '';
  if (positionId === signatory || substituteOf(party, positionId)) return undefined;
  if (ruleOf(definition, party) === 'any-two') return positionFault(organisations, party.partyId, positionId);
  const positions = [signatory, ...(party.substitute ? [party.substitute.positionId] : [])];
  return refuse('signatory-without-mandate', { field: 'positionId', facts: { positions } });
}

function signatureOf(
  party: Party,
  { positionId, means, signedOn, place, evidenceFile }: Signature,
): Signature {
  const substitute = substituteOf(party, positionId);
  const signatory = party.signatory?.positionId ?? '';
  return {
    positionId,
    means,
    signedOn,
    ...(place === undefined ? {} : { place }),
    ...(substitute ? { substituteFor: signatory } : {}),
    ...(substitute?.mandate === undefined ? {} : { mandate: substitute.mandate }),
    ...(evidenceFile === undefined ? {} : { evidenceFile }),
  };
}

export function detailsFault(
  { signedOn, place }: Pick<RecordSignature, 'signedOn' | 'place'>,
  situation: Situation,
): Fault {
  return firstFault(
    pastDayFault('signedOn', signedOn, situation),
    place === undefined ? undefined : textFault('place', place, { limit: MAX_NAME, required: true }),
  );
}

export function evidenceFault({ evidence }: Pick<RecordSignature, 'evidence'>): Fault {
  return evidence === undefined
    ? undefined
    : textFault('evidence', evidence, { limit: MAX_REASON, required: true, lines: true });
}

function dayFault(
  { proposedAt }: ProposedAgreement,
  { signedOn }: Pick<RecordSignature, 'signedOn'>,
  { zone }: Situation,
): Fault {
  const proposedOn = localDateOf(proposedAt, zone);
  return signedOn < proposedOn
    ? refuse('signed-before-proposal', { field: 'signedOn', facts: { proposedOn } })
    : undefined;
}
