import { localDateOf } from '@entente/calendar';
import { refuse, type Refused } from '@entente/event-sourcing';

import type { RecordAccession } from '../commands.js';
import type { Situation } from '../context.js';
import type { AgreementDecision } from '../decision.js';
import { invite, positionOf } from '../parties/decide.js';
import { partyOf } from '../parties/parties.js';
import type { AgreementRefusalCode } from '../refusals.js';
import type { ProposedAgreement } from '../state.js';
import { detailsFault } from './decide.js';
import { lateFault } from './late-paper.js';

export function isAccessionRepeat(
  state: ProposedAgreement,
  { partyId, role, positionId, means, signedOn }: RecordAccession,
): boolean {
  const party = partyOf(state, partyId);
  const [given] = party?.signatures ?? [];
  return (
    party?.accededOn === signedOn &&
    party.role === role &&
    given?.positionId === positionId &&
    given.means === means
  );
}

/** The stage says whether anybody may join; who joins signs the text as it stands, from the day it is in force. */
export function recordAccession(
  state: ProposedAgreement,
  command: RecordAccession,
  situation: Situation,
): AgreementDecision {
  const { type: _, partyId, role, ...signature } = command;
  const { signedAt, textHash } = state;
  if (signedAt === undefined || textHash === null) return refuse('not-signed');
  const fault = detailsFault(command, situation) ?? tooEarly(command, localDateOf(signedAt, situation.zone));
  if (fault) return fault;
  const invited = invite(state.parties, { partyId, role }, situation);
  if ('refused' in invited) return invited;
  const position = positionOf(situation.organisations, partyId, signature.positionId);
  if ('refused' in position) return position;
  const late = lateFault(state, command, situation);
  if (late) return late;
  const { organisation, name } = invited.data;
  const data = { partyId, organisation, name, role, ...signature, title: position.title, textHash };
  return [{ type: 'PartyAcceded', data, effectiveOn: signature.signedOn }];
}

function tooEarly(
  { signedOn }: RecordAccession,
  inForceFrom: string,
): Refused<AgreementRefusalCode> | undefined {
  return signedOn < inForceFrom
    ? refuse('acceded-before-force', { field: 'signedOn', facts: { inForceFrom } })
    : undefined;
}
