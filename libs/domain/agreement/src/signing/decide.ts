import { canonicalText } from '@entente/canonical';
import { refuse } from '@entente/event-sourcing';

import { MAX_NAME, reasonFault, textFault } from '../checks.js';
import type { DeclineSigning, HandOverSigning, OrderSigning, RecordSignature } from '../commands.js';
import type { Situation } from '../context.js';
import { otherwise, type AgreementDecision } from '../decision.js';
import { positionOf } from '../parties/decide.js';
import { partyOf, unknownParty } from '../parties/parties.js';
import type { Party, ProposedAgreement } from '../state.js';
import { orderSigning } from './order.js';
import { recordSignature, signingPosition } from './record.js';
import { settledFault } from './settled.js';

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
