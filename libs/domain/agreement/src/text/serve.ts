import { refuse } from '@entente/event-sourcing';

import { todayOf } from '../checks.js';
import type { ServeText } from '../commands.js';
import { COORDINATORS } from '../comments/audience.js';
import type { Situation } from '../context.js';
import type { AgreementDecision } from '../decision.js';
import { partyOf, unknownParty } from '../parties/parties.js';
import type { ProposedAgreement } from '../state.js';

export function isServedRepeat(state: ProposedAgreement, command: ServeText): boolean {
  const { served, textHash } = state;
  const to = servedOn(state, command);
  return (
    served?.textHash === textHash &&
    served.by === (command.partyId ?? COORDINATORS) &&
    served.to.length === to.length &&
    to.every((partyId) => served.to.includes(partyId))
  );
}

export function serveText(
  state: ProposedAgreement,
  command: ServeText,
  situation: Situation,
): AgreementDecision {
  const { partyId } = command;
  const { textHash } = state;
  if (partyId !== undefined && !partyOf(state, partyId)) return unknownParty(state);
  if (textHash === null) return refuse('text-missing');
  const others = state.parties.map((party) => party.partyId).filter((id) => id !== partyId);
  const to = servedOn(state, command);
  if (to.length === 0 || !to.every((id) => others.includes(id)))
    return refuse('not-the-other-side', { field: 'to', facts: { parties: others } });
  const by = partyId ?? COORDINATORS;
  return [{ type: 'TextServed', data: { textHash, by, to, on: todayOf(situation) } }];
}

function servedOn({ parties }: ProposedAgreement, { partyId, to }: ServeText): readonly string[] {
  const ids = parties.map((party) => party.partyId);
  return to === undefined ? ids.filter((id) => id !== partyId) : [...new Set(to)];
}
