import { SETUP, type SystemActor, type Viewer } from '@entente/access';
import {
  organisationDecider,
  POSITION_ROLES,
  type Organisation,
  type OrganisationCommand,
  type PositionRole,
} from '@entente/directory';
import { isRefused, stamp } from '@entente/event-sourcing';

import {
  BASE,
  BASE_HEAD,
  BASE_PERSON,
  COORDINATOR,
  DISTRICT,
  DISTRICT_CHAIR,
  DISTRICT_PERSON,
  START,
} from '../support/agreement-builders.js';

export const DEPARTMENT = '10000000-0000-4000-8000-000000000009';
export const ELSEWHERE = '10000000-0000-4000-8000-000000000008';
export const MANDATE = '20000000-0000-4000-8000-0000000000aa';
export const NOBODY = '30000000-0000-4000-8000-0000000000ff';

/** One position with its holder: a kind of people, which is a column of the table. */
interface Post {
  readonly title: string;
  readonly organisationId: string;
  readonly positionId: string;
  readonly personId: string;
  readonly roles: readonly PositionRole[];
}

/** Every role there is but those that reach beyond one's organisation. */
const OWN_ROLES = POSITION_ROLES.filter((role) => role !== 'coordinator' && role !== 'auditor');

export const posts: readonly Post[] = [
  post(1, 'coordinator', DEPARTMENT, ['coordinator'], { personId: COORDINATOR }),
  post(2, 'auditor', DEPARTMENT, ['auditor']),
  post(3, 'own: signs', BASE, ['signatory'], { positionId: BASE_HEAD, personId: BASE_PERSON }),
  post(4, 'own: represents', BASE, ['representative']),
  post(5, 'own: member', BASE, []),
  post(6, 'own: auditor', BASE, ['auditor']),
  post(7, 'other party', DISTRICT, OWN_ROLES, { positionId: DISTRICT_CHAIR, personId: DISTRICT_PERSON }),
  post(8, 'elsewhere', ELSEWHERE, OWN_ROLES),
];

function post(
  number: number,
  title: string,
  organisationId: string,
  roles: readonly PositionRole[],
  known: Partial<Post> = {},
): Post {
  const positionId = `20000000-0000-4000-8000-0000000001${String(number).padStart(2, '0')}`;
  const personId = `30000000-0000-4000-8000-0000000001${String(number).padStart(2, '0')}`;
  return { title, organisationId, positionId, personId, roles, ...known };
}

/** Whoever asks: the columns but the last, which is nobody signed in. */
export const viewers: ReadonlyMap<string, Viewer> = new Map<string, Viewer>([
  ...posts.map(({ title, personId, ...held }): [string, Viewer] => [
    title,
    { space: 'main', personId, positions: [held] },
  ]),
  ['no position', { space: 'main', personId: NOBODY, positions: [] }],
]);

export interface OnOrganisation {
  readonly organisationId: string;
  readonly commandId: string;
  readonly command: OrganisationCommand;
}

const organisationIds = [DEPARTMENT, BASE, DISTRICT, ELSEWHERE];

/** What makes the directory, in the order in which it is done. */
export const directory: readonly OnOrganisation[] = [
  ...organisationIds.map((organisationId) => ({
    organisationId,
    commandId: organisationId,
    command: { type: 'RegisterOrganisation', name: { en: `Organisation ${organisationId.at(-1) ?? ''}` } },
  })),
  ...posts.map(({ title, organisationId, positionId, personId, roles }) => ({
    organisationId,
    commandId: positionId,
    command: { type: 'FillPosition', title: { en: title }, roles, personId, from: '2026-01-01' },
  })),
  {
    organisationId: BASE,
    commandId: MANDATE,
    command: {
      type: 'GrantMandate',
      fromPositionId: BASE_HEAD,
      toPositionId: DISTRICT_CHAIR,
      scope: {},
      from: '2026-01-01',
    },
  },
] as readonly OnOrganisation[];

export const setUp: SystemActor = { space: 'main', system: SETUP };

/** The organisation that all this makes. */
export function organisation(organisationId: string): Organisation {
  return directory
    .filter((sent) => sent.organisationId === organisationId)
    .reduce<Organisation>((state, { command, commandId }) => {
      const at = { now: START, actor: setUp.system, commandId, nextRevision: 0, zone: 'Asia/Shanghai' };
      const decision = organisationDecider.decide(state, command, at);
      if (isRefused(decision)) throw new Error(decision.refused.code);
      return stamp(decision, at).reduce((before, event) => organisationDecider.evolve(before, event), state);
    }, organisationDecider.initial);
}
