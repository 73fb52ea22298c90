import type { Agreement, Deadline, Language, LocalText, Milestone, Party, Rendition } from '../api/types.js';

/** One thing a reader would point at in a state, in the form the page shows it. */
export type FacetValue =
  | { readonly as: 'text'; readonly text: LocalText }
  | { readonly as: 'plain'; readonly text: string }
  | { readonly as: 'word'; readonly word: string }
  | { readonly as: 'day'; readonly day: string; readonly note?: string }
  | { readonly as: 'hash'; readonly hash: string }
  | { readonly as: 'names'; readonly names: readonly (LocalText | 'coordinator')[] }
  | { readonly as: 'prose'; readonly rendition: Rendition; readonly language: Language };

export type FacetName =
  | 'number'
  | 'title'
  | 'field'
  | 'stage'
  | 'turn'
  | 'party'
  | 'signatory'
  | 'approval'
  | 'signature'
  | 'declined'
  | 'section'
  | 'milestone'
  | 'milestone-done'
  | 'milestone-confirmed'
  | 'milestone-cancelled'
  | 'deadline'
  | 'deadline-status'
  | 'verdict';

export interface Facet {
  readonly key: string;
  readonly name: FacetName;
  /** The party, milestone or duty it is about. */
  readonly of?: LocalText;
  readonly value: FacetValue;
}

export interface Difference {
  readonly key: string;
  readonly name: FacetName;
  readonly of?: LocalText;
  readonly before: FacetValue | null;
  readonly after: FacetValue | null;
}

/** What a reader would call different between two states, in the order of the page. */
export function differences(before: Agreement, after: Agreement): Difference[] {
  const old = new Map(facetsOf(before).map((facet) => [facet.key, facet]));
  const now = new Map(facetsOf(after).map((facet) => [facet.key, facet]));
  const keys = [...new Set([...now.keys(), ...old.keys()])];
  return keys.flatMap((key) => difference(key, old.get(key), now.get(key)));
}

function difference(key: string, old: Facet | undefined, now: Facet | undefined): Difference[] {
  const facet = now ?? old;
  if (facet === undefined || JSON.stringify(old?.value) === JSON.stringify(now?.value)) return [];
  return [
    {
      key,
      name: facet.name,
      ...(facet.of && { of: facet.of }),
      before: old?.value ?? null,
      after: now?.value ?? null,
    },
  ];
}

function facetsOf(agreement: Agreement): Facet[] {
  const nameOf = (partyId: string): LocalText =>
    agreement.parties.find((party) => party.partyId === partyId)?.name ?? { en: partyId };
  const turn = agreement.turn.who.map((who) => (who === 'coordinator' ? 'coordinator' : nameOf(who)));
  return [
    ...(agreement.number === undefined ? [] : [facet('number', { as: 'plain', text: agreement.number })]),
    facet('title', { as: 'text', text: agreement.title }),
    ...(agreement.field ? [facet('field', { as: 'text', text: agreement.field })] : []),
    facet('stage', { as: 'text', text: agreement.stageTitle }),
    ...(turn.length > 0 ? [facet('turn', { as: 'names', names: turn })] : []),
    ...agreement.parties.flatMap(partyFacets),
    ...agreement.sections.flatMap(({ sectionId, renditions }) =>
      (['zh', 'en'] as const).flatMap((language) => {
        const rendition = renditions[language];
        return rendition
          ? [facet('section', { as: 'prose', rendition, language }, `${sectionId}-${language}`)]
          : [];
      }),
    ),
    ...agreement.milestones.flatMap((milestone) => milestoneFacets(milestone, nameOf)),
    ...agreement.deadlines.flatMap((deadline) => deadlineFacets(deadline, agreement)),
    ...(agreement.verdict
      ? [facet('verdict', { as: 'word', word: `verdict.${agreement.verdict.outcome}` })]
      : []),
  ];
}

const facet = (name: FacetName, value: FacetValue, id = '', of?: LocalText): Facet => ({
  key: `${name} ${id}`,
  name,
  ...(of && { of }),
  value,
});

function partyFacets(party: Party): Facet[] {
  const of = (name: FacetName, value: FacetValue): Facet => facet(name, value, party.partyId, party.name);
  const facets = [facet('party', { as: 'text', text: party.name }, party.partyId)];
  if (party.signatory) facets.push(of('signatory', { as: 'text', text: party.signatory.title }));
  if (party.approvedHash !== undefined) facets.push(of('approval', { as: 'hash', hash: party.approvedHash }));
  for (const { positionId, means, signedOn } of party.signatures)
    facets.push(
      facet(
        'signature',
        { as: 'day', day: signedOn, note: `means.${means}` },
        `${party.partyId} ${positionId} ${means}`,
        party.name,
      ),
    );
  if (party.declined) facets.push(of('declined', { as: 'plain', text: party.declined.reason ?? '' }));
  return facets;
}

function milestoneFacets(milestone: Milestone, nameOf: (partyId: string) => LocalText): Facet[] {
  const of = (name: FacetName, value: FacetValue): Facet =>
    facet(name, value, milestone.milestoneId, milestone.title);
  const facets = [of('milestone', { as: 'day', day: milestone.dueOn })];
  if (milestone.completedOn !== undefined)
    facets.push(of('milestone-done', { as: 'day', day: milestone.completedOn }));
  if (milestone.confirmedBy.length > 0)
    facets.push(of('milestone-confirmed', { as: 'names', names: milestone.confirmedBy.map(nameOf) }));
  if (milestone.cancelled)
    facets.push(of('milestone-cancelled', { as: 'plain', text: milestone.cancelled.reason ?? '' }));
  return facets;
}

function deadlineFacets(deadline: Deadline, agreement: Agreement): Facet[] {
  const milestone = agreement.milestones.find(({ milestoneId }) => milestoneId === deadline.subject);
  const word = `deadlineStatus.${deadline.status}`;
  if (milestone)
    return [facet('deadline-status', { as: 'word', word }, deadline.deadlineId, milestone.title)];
  return [facet('deadline', { as: 'day', day: deadline.localDate, note: word }, deadline.deadlineId)];
}
