import { refuse, type Refused } from '@entente/event-sourcing';

import { attributesSet } from '../attributes/decide.js';
import { firstFault, nameFault } from '../checks.js';
import type { AssignDesk, NumberAgreement, ProposeAgreement } from '../commands.js';
import type { Situation } from '../context.js';
import type { AgreementDecision } from '../decision.js';
import type { AgreementFact, DeskAssigned, PartyInvited, SectionRevised } from '../events.js';
import { invite } from '../parties/decide.js';
import type { AgreementRefusalCode } from '../refusals.js';
import type { ProposedAgreement, Section } from '../state.js';
import { revision } from '../text/decide.js';
import { withRendition } from '../text/evolve.js';
import { attributesFault } from '../workflow/attributes.js';
import { stageDeadline } from '../workflow/deadlines.js';
import { stageOf } from '../workflow/definitions.js';
import { entering } from '../workflow/transitions.js';
import type { Language } from '../words.js';

const LANGUAGES: readonly Language[] = ['zh', 'en'];

export function proposeAgreement(command: ProposeAgreement, situation: Situation): AgreementDecision {
  const { definition } = situation;
  const { kind, title, field, attributes } = command;
  if (kind !== definition.kind)
    return refuse('unknown-kind', { field: 'kind', facts: { kind: definition.kind } });
  const fault = firstFault(
    nameFault('title', title),
    field && nameFault('field', field),
    attributes && attributesFault(definition.attributes, {}, attributes, 'attributes'),
  );
  if (fault) return fault;
  const invited = invitations(command.parties ?? [], situation);
  if ('refused' in invited) return invited;
  const assigned = command.deskId === undefined ? [] : assigning(command.deskId, situation);
  if ('refused' in assigned) return assigned;
  const initial = stageOf(definition, definition.initial);
  const way = { from: null, transition: 'propose', conditions: [] };
  const proposed: readonly AgreementFact[] = [
    {
      type: 'AgreementProposed',
      data: {
        kind,
        definition: `${definition.name}@${definition.version}`,
        title,
        ...(field === undefined ? {} : { field }),
      },
    },
    ...(initial ? [entering(initial, way)] : []),
  ];
  return [
    ...proposed,
    ...(initial ? stageDeadline(initial, situation.nextRevision + 1, situation) : []),
    ...templateOf(situation),
    ...(attributes ? [attributesSet(definition.attributes, {}, attributes)] : []),
    ...invited,
    ...assigned,
  ];
}

export function numberAgreement(
  state: ProposedAgreement,
  { number, register }: NumberAgreement,
): AgreementDecision {
  if (state.number === number) return [];
  if (state.number !== undefined) return refuse('already-numbered', { facts: { number: state.number } });
  return [{ type: 'AgreementNumbered', data: { number, register } }];
}

export function assignDesk(
  state: ProposedAgreement,
  { deskId }: AssignDesk,
  situation: Situation,
): AgreementDecision {
  return state.deskId === deskId ? [] : assigning(deskId, situation);
}

function assigning(deskId: string, { desk }: Situation): readonly DeskAssigned[] | Refused<'unknown-desk'> {
  if (desk?.deskId !== deskId) return refuse('unknown-desk', { field: 'deskId' });
  return [{ type: 'DeskAssigned', data: { deskId, desk: `desk-${deskId}@${String(desk.revision)}` } }];
}

function invitations(
  parties: NonNullable<ProposeAgreement['parties']>,
  situation: Situation,
): readonly PartyInvited[] | Refused<AgreementRefusalCode> {
  const invited: PartyInvited[] = [];
  for (const party of parties) {
    const known = invited.map(({ data }) => data);
    if (known.some(({ partyId, role }) => partyId === party.partyId && role === party.role)) continue;
    const invitation = invite(known, party, situation);
    if ('refused' in invitation) return invitation;
    invited.push(invitation);
  }
  return invited;
}

function templateOf({ definition, sha256 }: Situation): readonly SectionRevised[] {
  const facts: SectionRevised[] = [];
  let sections: readonly Section[] = [];
  for (const { sectionId, renditions } of definition.template) {
    for (const rendition of LANGUAGES) {
      const written = renditions[rendition];
      if (!written) continue;
      const fact = revision(sections, { sectionId, rendition, ...written }, sha256);
      sections = withRendition(sections, fact.data);
      facts.push(fact);
    }
  }
  return facts;
}
