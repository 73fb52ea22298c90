import { mayChangeContacts, mayChangeOrganisation, mayRegister, maySeeReasonsOf } from '@entente/access';
import type { OrganisationCommand, OrganisationCommandType } from '@entente/directory';

import { BASE, BASE_HEAD, DISTRICT_CHAIR } from '../support/agreement-builders.js';
import { allowed, anybody, leftOutUnless, pathOf } from './cells.js';
import { ELSEWHERE, MANDATE, NOBODY, organisation } from './people.js';
import type { Row } from './row.js';

const base = organisation(BASE);

const organisationBodies: Readonly<Record<OrganisationCommandType, object>> = {
  RegisterOrganisation: { name: { en: 'Another' } },
  RenameOrganisation: { name: { en: 'Another name' }, from: '2026-02-01' },
  SetRegistrationCode: { code: '12110000400012345X' },
  NameHostUnit: { hostId: ELSEWHERE, from: '2026-02-01' },
  SetOrganisationCalendars: { country: 'cn' },
  MergeOrganisation: { into: ELSEWHERE, on: '2026-02-01' },
  DissolveOrganisation: { on: '2026-02-01' },
  FillPosition: { title: { en: 'Clerk' }, roles: [], personId: NOBODY, from: '2026-02-01' },
  VacatePosition: { positionId: BASE_HEAD, on: '2026-02-01' },
  EndPosition: { positionId: BASE_HEAD, on: '2026-02-01' },
  GrantMandate: { fromPositionId: BASE_HEAD, toPositionId: DISTRICT_CHAIR, scope: {}, from: '2026-02-01' },
  RevokeMandate: { mandateId: MANDATE, on: '2026-02-01' },
};

function onOrganisation(type: OrganisationCommandType, body: object, when?: string): Row {
  const command = { type, ...body } as OrganisationCommand;
  const registers = type === 'RegisterOrganisation';
  return {
    route: registers ? 'POST /api/organisations' : `POST /api/organisations/{organisation}/${pathOf(type)}`,
    ...(when === undefined ? {} : { when }),
    rule: (viewer) => allowed(mayChangeOrganisation(viewer, command, BASE, base)),
    path: registers ? '/api/organisations' : `/api/organisations/${BASE}/${pathOf(type)}`,
    body,
  };
}

export const onDirectory: readonly Row[] = [
  ...['organisations', 'people'].map((what) => ({
    route: `GET /api/${what}`,
    rule: anybody,
    path: `/api/${what}`,
  })),
  { route: 'GET /api/organisations/{organisation}', rule: anybody, path: `/api/organisations/${BASE}` },
  {
    route: 'GET /api/organisations/{organisation}',
    when: 'its history, with reasons',
    rule: leftOutUnless((viewer) => maySeeReasonsOf(viewer, BASE)),
    path: `/api/organisations/${BASE}`,
    shows: (answer) => (answer as { history: readonly unknown[] }).history.length > 0,
  },
  {
    route: 'GET /api/organisations/{organisation}/positions',
    rule: anybody,
    path: `/api/organisations/${BASE}/positions`,
  },
  ...(Object.keys(organisationBodies) as OrganisationCommandType[]).map((type) =>
    onOrganisation(type, organisationBodies[type]),
  ),
  onOrganisation(
    'FillPosition',
    { ...organisationBodies.FillPosition, roles: ['coordinator'] },
    'a role that reaches further',
  ),
  {
    route: 'POST /api/people',
    rule: (viewer) => allowed(mayRegister(viewer)),
    path: '/api/people',
    body: { name: { en: 'Somebody' }, language: 'en' },
  },
  {
    route: 'POST /api/people/{person}/change-contacts',
    rule: (viewer) => allowed(mayChangeContacts(viewer, NOBODY)),
    path: `/api/people/${NOBODY}/change-contacts`,
    body: { language: 'en' },
  },
  {
    route: 'POST /api/people/{person}/set-reminder-preferences',
    rule: (viewer) => allowed(mayChangeContacts(viewer, NOBODY)),
    path: `/api/people/${NOBODY}/set-reminder-preferences`,
    body: { digest: false },
  },
  {
    route: 'POST /api/people/{person}/erase',
    rule: (viewer) => allowed(mayRegister(viewer)),
    path: `/api/people/${NOBODY}/erase`,
    body: { reason: 'Asked for it.' },
  },
  {
    route: 'POST /api/imports/organisations',
    rule: (viewer) => allowed(mayRegister(viewer)),
    path: '/api/imports/organisations',
    body: { csv: 'name-en\nImported\n', dryRun: true },
    allowed: 200,
  },
];
