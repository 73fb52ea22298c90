import { localDateOf } from '@entente/calendar';
import { refuse, type Refused } from '@entente/event-sourcing';

import { firstFault, MAX_NAME, pastDayFault, reasonFault, textFault } from '../checks.js';
import type { DeclineSigning, RecordSignature } from '../commands.js';
import type { Situation } from '../context.js';
import { otherwise, type AgreementDecision } from '../decision.js';
import { partyOf, unknownParty } from '../parties/parties.js';
import type { AgreementRefusalCode } from '../refusals.js';
import type { Party, ProposedAgreement } from '../state.js';

export function isSigningRepeat(
  state: ProposedAgreement,
  command: RecordSignature | DeclineSigning,
): boolean {
  const party = partyOf(state, command.partyId);
  switch (command.type) {
    case 'RecordSignature': {
      const { means, signedOn, place } = command;
      const signature = party?.signature;
      return signature?.means === means && signature.signedOn === signedOn && signature.place === place;
    }
    case 'DeclineSigning':
      return party?.declined?.reason === command.reason;
    default:
      return otherwise(command, false);
  }
}

export function decideSigning(
  state: ProposedAgreement,
  command: RecordSignature | DeclineSigning,
  situation: Situation,
): AgreementDecision {
  const party = partyOf(state, command.partyId);
  if (!party) return unknownParty(state);
  const settled = settledFault(party);
  if (settled) return settled;
  switch (command.type) {
    case 'RecordSignature':
      return recordSignature(state, party, command, situation);
    case 'DeclineSigning': {
      const { partyId, reason } = command;
      return reasonFault(reason) ?? [{ type: 'SigningDeclined', data: { partyId, reason } }];
    }
    default:
      return otherwise(command, []);
  }
}

function settledFault({ declined, signature }: Party): Refused<AgreementRefusalCode> | undefined {
  if (declined) return refuse('party-declined', { field: 'partyId', facts: declined });
  if (signature) return refuse('already-signed', { field: 'partyId', facts: { ...signature } });
  return undefined;
}

function recordSignature(
  state: ProposedAgreement,
  { partyId, signatory }: Party,
  { means, signedOn, place }: RecordSignature,
  situation: Situation,
): AgreementDecision {
  if (!signatory || state.textHash === null) return refuse('no-signatory', { field: 'partyId' });
  const fault = firstFault(
    pastDayFault('signedOn', signedOn, situation),
    place === undefined ? undefined : textFault('place', place, { limit: MAX_NAME, required: true }),
  );
  if (fault) return fault;
  const proposedOn = localDateOf(state.proposedAt, situation.zone);
  if (signedOn < proposedOn) {
    return refuse('signed-before-proposal', { field: 'signedOn', facts: { proposedOn } });
  }
  const { positionId } = signatory;
  const where = place === undefined ? {} : { place };
  return [
    {
      type: 'SignatureRecorded',
      data: { partyId, positionId, means, signedOn, ...where, textHash: state.textHash },
      effectiveOn: signedOn,
    },
    // A party of this definition signs by its one signatory, so its signature is also the party's.
    { type: 'PartySigned', data: { partyId } },
  ];
}
