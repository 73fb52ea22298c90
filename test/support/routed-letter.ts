import { definitionOf, type AgreementCommand, type WorkflowDefinition } from '@entente/agreement';

import {
  BASE,
  BASE_HEAD,
  BASE_PERSON,
  DISTRICT,
  Letter,
  organisations,
  sampleContext,
} from './agreement-builders.js';

const memorandum = definitionOf('memorandum@1');
if (!memorandum) throw new Error('memorandum@1 is gone');
const [first, second] = memorandum.partyRoles;
if (!first || !second) throw new Error('memorandum@1 has other parties');

/** A memorandum whose first party asks counsel and finance side by side, then the head or a deputy. */
export const routedMemorandum: WorkflowDefinition = {
  ...memorandum,
  name: 'routed-memorandum',
  kind: 'routed-memorandum',
  numberPattern: 'RMOU-{year}-{number:4}',
  partyRoles: [
    {
      ...first,
      approvalRoute: [
        {
          title: { zh: '部门会签', en: 'Departments' },
          posts: [
            { name: 'legal', title: { zh: '法务审核', en: 'Legal affairs' } },
            { name: 'finance', title: { zh: '财务审核', en: 'Finance' } },
          ],
        },
        {
          title: { zh: '领导审批', en: 'Leadership' },
          posts: [
            { name: 'director', title: { zh: '主任', en: 'Director' } },
            { name: 'deputy', title: { zh: '副主任', en: 'Deputy director' } },
          ],
          anyOf: true,
        },
      ],
    },
    second,
  ],
};

export const COUNSEL = '20000000-0000-4000-8000-0000000000c1';
export const TREASURER = '20000000-0000-4000-8000-0000000000c2';
export const DEPUTY = '20000000-0000-4000-8000-0000000000c3';

/** Counsel, finance, head, deputy; the head signs too. */
export const APPROVERS = [
  { post: 'legal', positionId: COUNSEL },
  { post: 'finance', positionId: TREASURER },
  { post: 'director', positionId: BASE_HEAD },
  { post: 'deputy', positionId: DEPUTY },
] as const;

const staffed = organisations.map((organisation) =>
  organisation.organisationId === BASE
    ? {
        ...organisation,
        positions: [
          ...organisation.positions,
          { positionId: COUNSEL, title: { zh: '法务', en: 'Counsel' }, personId: 'counsel' },
          { positionId: TREASURER, title: { zh: '会计', en: 'Treasurer' }, personId: 'treasurer' },
          { positionId: DEPUTY, title: { zh: '副主任', en: 'Deputy head' }, personId: 'deputy' },
        ],
      }
    : organisation,
);

/** In drafting; the base has the route, the district has none. */
export function routedLetter(): Letter {
  return new Letter([], sampleContext({ definition: routedMemorandum, organisations: staffed })).after({
    type: 'ProposeAgreement',
    kind: routedMemorandum.kind,
    title: { zh: '共识备忘录', en: 'A common understanding' },
    parties: [
      { partyId: BASE, role: first?.role ?? '' },
      { partyId: DISTRICT, role: second?.role ?? '' },
    ],
  });
}

export const nameApprovers = {
  type: 'NameApprovers',
  partyId: BASE,
  approvers: APPROVERS,
} as const satisfies AgreementCommand;

export function endorse(letter: Letter, post: string): AgreementCommand {
  return { type: 'EndorseText', partyId: BASE, post, textHash: letter.state.textHash ?? '' };
}

export function sendBack(letter: Letter, post: string): AgreementCommand {
  const textHash = letter.state.textHash ?? '';
  return { type: 'ReturnText', partyId: BASE, post, textHash, reason: 'It does not say who pays.' };
}

/** After these posts have agreed to the text as it stands. */
export function endorsedBy(letter: Letter, ...posts: readonly string[]): Letter {
  return posts.reduce((before, post) => before.after(endorse(before, post), { actor: BASE_PERSON }), letter);
}
