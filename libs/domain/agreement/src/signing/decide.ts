import { localDateOf } from '@entente/calendar';
import { canonicalText } from '@entente/canonical';
import { refuse, type Refused } from '@entente/event-sourcing';

import { firstFault, MAX_NAME, MAX_REASON, pastDayFault, reasonFault, textFault } from '../checks.js';
import type { DeclineSigning, HandOverSigning, OrderSigning, RecordSignature } from '../commands.js';
import type { Situation } from '../context.js';
import { otherwise, type AgreementDecision } from '../decision.js';
import { positionFault, positionOf } from '../parties/decide.js';
import { partyOf, unknownParty } from '../parties/parties.js';
import type { AgreementRefusalCode } from '../refusals.js';
import type { Party, ProposedAgreement, Signature } from '../state.js';
import { lateFault } from './late-paper.js';
import { orderSigning, waitingFor } from './order.js';
import { hasSigned, isGiven, ruleOf } from './rule.js';

type SigningCommand = RecordSignature | HandOverSigning | OrderSigning | DeclineSigning;

export function isSigningRepeat(
  state: ProposedAgreement,
  command: SigningCommand,
  actingAs?: string,
): boolean {
  const party = 'partyId' in command ? partyOf(state, command.partyId) : undefined;
  switch (command.type) {
    case 'RecordSignature': {
      const { means, signedOn, place } = command;
      const positionId = command.positionId ?? signingPosition(party, actingAs);
      return (party?.signatures ?? []).some(
        (given) =>
          given.positionId === positionId &&
          given.means === means &&
          given.signedOn === signedOn &&
          given.place === place,
      );
    }
    case 'HandOverSigning':
      return (
        party?.substitute?.positionId === command.positionId && party.substitute.mandate === command.mandate
      );
    case 'OrderSigning':
      return (
        state.signingOrder !== undefined &&
        canonicalText(state.signingOrder) === canonicalText(command.groups)
      );
    case 'DeclineSigning':
      return party?.declined?.reason === command.reason;
    default:
      return otherwise(command, false);
  }
}

export function decideSigning(
  state: ProposedAgreement,
  command: SigningCommand,
  situation: Situation,
): AgreementDecision {
  if (command.type === 'OrderSigning') return orderSigning(state, command);
  const party = partyOf(state, command.partyId);
  if (!party) return unknownParty(state);
  const settled = settledFault(party);
  if (settled) return settled;
  switch (command.type) {
    case 'RecordSignature':
      return recordSignature(state, party, command, situation);
    case 'HandOverSigning':
      return handOverSigning(party, command, situation);
    case 'DeclineSigning': {
      const { partyId, reason } = command;
      return reasonFault(reason) ?? [{ type: 'SigningDeclined', data: { partyId, reason } }];
    }
    default:
      return otherwise(command, []);
  }
}

/** The substitute signs when they are the one who acts; else the signatory does, unless told otherwise. */
function signingPosition(party: Party | undefined, actingAs: string | undefined): string | undefined {
  const { signatory, substitute } = party ?? {};
  return substitute && substitute.positionId === actingAs ? actingAs : signatory?.positionId;
}

/** The position that signs in the signatory's place, if this is one. */
export function substituteOf({ substitute }: Party, positionId: string): Party['substitute'] {
  return substitute?.positionId === positionId ? substitute : undefined;
}

function settledFault({ declined, signatures, signed }: Party): Refused<AgreementRefusalCode> | undefined {
  if (declined) return refuse('party-declined', { field: 'partyId', facts: declined });
  const last = signatures.at(-1);
  return signed && last ? alreadySigned(last) : undefined;
}

function alreadySigned({ means, signedOn, place }: Signature): Refused<'already-signed'> {
  const where = place === undefined ? {} : { place };
  return refuse('already-signed', { field: 'partyId', facts: { means, signedOn, ...where } });
}

function recordSignature(
  state: ProposedAgreement,
  party: Party,
  command: RecordSignature,
  situation: Situation,
): AgreementDecision {
  const { partyId, signatory } = party;
  if (!signatory || state.textHash === null) return refuse('no-signatory', { field: 'partyId' });
  const fault = detailsFault(command, situation) ?? dayFault(state, command, situation);
  if (fault) return fault;
  const waiting = waitingFor(state, party);
  if (waiting.length > 0) return refuse('not-their-turn', { field: 'partyId', facts: { parties: waiting } });
  const signature = signatureOf(party, command, situation);
  if ('refused' in signature) return signature;
  const rule = ruleOf(situation.definition, party);
  const given = isGiven(rule, party.signatures, signature);
  if (given) return alreadySigned(given);
  const complete = hasSigned(rule, [...party.signatures, signature]);
  return [
    {
      type: 'SignatureRecorded',
      data: { partyId, ...signature, textHash: state.textHash },
      effectiveOn: command.signedOn,
    },
    ...(complete ? [{ type: 'PartySigned', data: { partyId } } as const] : []),
  ];
}

function signatureOf(
  party: Party,
  command: RecordSignature,
  { actingAs, definition, organisations }: Situation,
): Signature | Refused<AgreementRefusalCode> {
  const { means, signedOn, place, evidence, evidenceFile } = command;
  const positionId = command.positionId ?? signingPosition(party, actingAs) ?? '';
  const substitute = substituteOf(party, positionId);
  const signatory = party.signatory?.positionId ?? '';
  const isOther = positionId !== signatory && !substitute;
  if (isOther && ruleOf(definition, party) !== 'any-two') {
    const positions = [signatory, ...(party.substitute ? [party.substitute.positionId] : [])];
    return refuse('signatory-without-mandate', { field: 'positionId', facts: { positions } });
  }
  const fault = isOther ? positionFault(organisations, party.partyId, positionId) : undefined;
  if (fault) return fault;
  return {
    positionId,
    means,
    signedOn,
    ...(place === undefined ? {} : { place }),
    ...(substitute ? { substituteFor: signatory } : {}),
    ...(substitute?.mandate === undefined ? {} : { mandate: substitute.mandate }),
    ...(evidenceFile === undefined ? {} : { evidenceFile }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

export function detailsFault(
  { signedOn, place, evidence }: Pick<RecordSignature, 'signedOn' | 'place' | 'evidence'>,
  situation: Situation,
): Refused<AgreementRefusalCode> | undefined {
  return firstFault(
    pastDayFault('signedOn', signedOn, situation),
    place === undefined ? undefined : textFault('place', place, { limit: MAX_NAME, required: true }),
    evidence === undefined
      ? undefined
      : textFault('evidence', evidence, { limit: MAX_REASON, required: true, lines: true }),
  );
}

function dayFault(
  state: ProposedAgreement,
  command: RecordSignature,
  situation: Situation,
): Refused<AgreementRefusalCode> | undefined {
  const proposedOn = localDateOf(state.proposedAt, situation.zone);
  if (command.signedOn < proposedOn) {
    return refuse('signed-before-proposal', { field: 'signedOn', facts: { proposedOn } });
  }
  return lateFault(state, command, situation);
}

function handOverSigning(
  { partyId, signatory }: Party,
  { positionId, mandate }: HandOverSigning,
  { organisations }: Situation,
): AgreementDecision {
  if (!signatory) return refuse('no-signatory', { field: 'partyId' });
  const position = positionOf(organisations, partyId, positionId);
  if ('refused' in position) return position;
  const fault =
    mandate === undefined ? undefined : textFault('mandate', mandate, { limit: MAX_NAME, required: true });
  const under = mandate === undefined ? {} : { mandate };
  return (
    fault ?? [{ type: 'SigningHandedOver', data: { partyId, positionId, title: position.title, ...under } }]
  );
}
