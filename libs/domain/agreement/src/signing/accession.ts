import { localDateOf } from '@entente/calendar';
import { refuse, type Refused } from '@entente/event-sourcing';

import { MAX_NAME, textFault } from '../checks.js';
import type { RecordAccession } from '../commands.js';
import type { OrganisationSnapshot, Situation } from '../context.js';
import type { AgreementDecision } from '../decision.js';
import type { AgreementFact, OverriddenAction } from '../events.js';
import { invite, positionOf } from '../parties/decide.js';
import { partyOf } from '../parties/parties.js';
import type { AgreementRefusalCode } from '../refusals.js';
import type { ProposedAgreement } from '../state.js';
import type { LocalText } from '../words.js';
import { detailsFault, evidenceFault, told, type Shown } from './record.js';

type Fault = Refused<AgreementRefusalCode> | undefined;
type Accession = Extract<OverriddenAction, { type: 'RecordAccession' }>;

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
  const { evidence, override: _, reason: __, ...action } = command;
  const facts = accessionFacts(state, { action, evidence }, situation);
  return evidenceFault(command) ?? told(state, { action, evidence }, command, facts, situation);
}

/** What follows from it, whoever may record one of that day. */
export function accessionFacts(
  state: ProposedAgreement,
  { action, evidence }: Shown<Accession>,
  situation: Situation,
): readonly AgreementFact[] | Refused<AgreementRefusalCode> {
  const { type: _, partyId, role, ...signature } = action;
  const { signedAt, textHash } = state;
  if (signedAt === undefined || textHash === null) return refuse('not-signed');
  const fault = detailsFault(action, situation) ?? tooEarly(action, localDateOf(signedAt, situation.zone));
  if (fault) return fault;
  const invited = invite(state.parties, { partyId, role }, situation);
  if ('refused' in invited) return invited;
  const position = positionOf(situation.organisations, partyId, signature.positionId);
  if ('refused' in position) return position;
  const signatory = signatoryOf(situation.organisations, action);
  if ('refused' in signatory) return signatory;
  const { organisation, name } = invited.data;
  const shown = evidence === undefined ? {} : { evidence };
  const data = {
    ...{ partyId, organisation, name, role },
    ...{ ...signature, ...signatory, ...shown, title: position.title, textHash },
  };
  return [{ type: 'PartyAcceded', data, effectiveOn: signature.signedOn }];
}

/** In whose place it is signed; whether the mandate for it holds is looked up where mandates are kept. */
function signatoryOf(
  organisations: readonly OrganisationSnapshot[],
  { partyId, positionId, substituteFor, mandate }: Accession,
): { readonly signatoryTitle?: LocalText } | Refused<AgreementRefusalCode> {
  if (substituteFor === undefined && mandate === undefined) return {};
  const known = organisations.find(({ organisationId }) => organisationId === partyId)?.positions ?? [];
  const signatory = known.find((position) => position.positionId === substituteFor);
  if (!signatory || substituteFor === positionId) {
    const positions = known.map((position) => position.positionId).filter((id) => id !== positionId);
    return refuse('unknown-position', { field: 'substituteFor', facts: { positions } });
  }
  if (mandate === undefined) {
    const positions = [signatory.positionId];
    return refuse('signatory-without-mandate', { field: 'mandate', facts: { positions } });
  }
  const fault = textFault('mandate', mandate, { limit: MAX_NAME, required: true });
  return fault ?? { signatoryTitle: signatory.title };
}

function tooEarly({ signedOn }: Accession, inForceFrom: string): Fault {
  return signedOn < inForceFrom
    ? refuse('acceded-before-force', { field: 'signedOn', facts: { inForceFrom } })
    : undefined;
}
