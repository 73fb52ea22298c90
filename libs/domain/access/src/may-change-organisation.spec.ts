import {
  organisationDecider,
  type Organisation,
  type OrganisationCommand,
  type OrganisationFact,
  type PositionRole,
} from '@entente/directory';
import { given } from '@entente/event-sourcing';

import { BASE, BASE_HEAD, BASE_PERSON } from '../../../../test/support/agreement-builders.js';
import { DESK, viewers } from '../../../../test/support/viewers.js';
import { mayChangeOrganisation } from './may-change-organisation.js';
import { organisationCommandsFor } from './organisation-commands.js';
import { maySeeReasonsOf } from './permission.js';
import { NUMBERING, SETUP, type Actor, type Viewer } from './viewer.js';

const fill = (positionId: string, roles: readonly PositionRole[] = []): OrganisationFact => ({
  type: 'PositionFilled',
  data: { positionId, title: { en: positionId }, roles, personId: BASE_PERSON, from: '2026-01-05' },
});
const base: Organisation = given(organisationDecider, {
  facts: [
    { type: 'OrganisationRegistered', data: { name: { en: 'Base' } } },
    fill(BASE_HEAD, ['representative', 'signatory']),
    fill('base-researcher'),
    fill('office', ['coordinator']),
    {
      type: 'MandateGranted',
      data: {
        mandateId: 'm1',
        fromPositionId: 'base-researcher',
        toPersonId: 'p',
        scope: {},
        from: '2026-01-05',
        grantedBy: BASE_PERSON,
      },
    },
  ],
}).state;

const on = '2026-03-01';
const title = { en: 'Head' };
const inPosition = (positionId: string, roles: readonly PositionRole[] = []): OrganisationCommand => ({
  type: 'FillPosition',
  positionId,
  title,
  roles,
  personId: 'p',
  from: on,
});
const grantFrom = (fromPositionId: string): OrganisationCommand => ({
  type: 'GrantMandate',
  fromPositionId,
  toPersonId: 'p',
  scope: {},
  from: on,
});

const commands: Readonly<Record<string, OrganisationCommand>> = {
  register: { type: 'RegisterOrganisation', name: title },
  rename: { type: 'RenameOrganisation', name: title, from: on },
  code: { type: 'SetRegistrationCode', code: 'AB 12' },
  host: { type: 'NameHostUnit', from: on },
  calendars: { type: 'SetOrganisationCalendars', country: 'cn' },
  merge: { type: 'MergeOrganisation', into: 'x', on },
  dissolve: { type: 'DissolveOrganisation', on },
  fill: inPosition('base-researcher', ['signatory']),
  'fill a new one': { type: 'FillPosition', title, roles: ['representative'], personId: 'p', from: on },
  'fill as coordinator': inPosition('base-researcher', ['coordinator']),
  'fill as auditor': inPosition('base-researcher', ['auditor']),
  'fill the coordinator’s': inPosition('office'),
  vacate: { type: 'VacatePosition', positionId: 'base-researcher', on },
  'vacate the coordinator’s': { type: 'VacatePosition', positionId: 'office', on },
  end: { type: 'EndPosition', positionId: 'base-researcher', on },
  grant: grantFrom('base-researcher'),
  'grant the coordinator’s': grantFrom('office'),
  revoke: { type: 'RevokeMandate', mandateId: 'm1', on },
};

const mayOf = (actor: Actor, organisationId = BASE): string[] =>
  Object.entries(commands)
    .filter(([, command]) => 'allowed' in mayChangeOrganisation(actor, command, organisationId, base))
    .map(([name]) => name);

describe('changing the directory', () => {
  it('is the coordinators’, in everything', () => {
    expect(mayOf(viewers.coordinator)).toEqual(Object.keys(commands));
    expect(mayChangeOrganisation(viewers.coordinator, commands['fill']!, BASE, base)).toEqual({
      allowed: true,
      actingAs: DESK,
    });
  });

  it('is a representative’s in the own organisation, short of what reaches beyond it', () => {
    expect(mayOf(viewers.baseHead)).toEqual(['fill', 'fill a new one', 'vacate', 'end', 'grant', 'revoke']);
    expect(mayOf(viewers.baseHead, 'another')).toEqual([]);
    expect(mayOf(viewers.districtChair)).toEqual([]);
  });

  it('is a holder’s where they let others act for their own position', () => {
    expect(mayOf(viewers.baseMember)).toEqual(['grant', 'revoke']);
  });

  it('is nobody else’s', () => {
    const { auditor, stranger, nobody } = viewers;
    for (const viewer of [auditor, stranger, nobody]) expect(mayOf(viewer)).toEqual([]);
    expect(mayOf({ space: 'main', system: NUMBERING })).toEqual([]);
    expect(mayOf({ space: 'main', system: SETUP })).toEqual(Object.keys(commands));
  });
});

describe('what is offered', () => {
  const offered = (viewer: Viewer, organisation = base): string[] => [
    ...new Set(organisationCommandsFor(viewer, BASE, organisation)),
  ];
  const typesOf = (names: readonly string[]): Set<string> =>
    new Set(names.map((name) => commands[name]!.type).filter((type) => type !== 'RegisterOrganisation'));

  it.each(Object.entries(viewers))('to the %s is what they may do at all', (_, viewer) => {
    expect(new Set(offered(viewer))).toEqual(typesOf(mayOf(viewer)));
  });

  it('of an organisation that is no more, is to leave it', () => {
    if (base.status === 'unknown') throw new Error('it was registered');
    const closed = { ...base, closed: { on } };
    expect(offered(viewers.coordinator, closed)).toEqual(['VacatePosition', 'EndPosition', 'RevokeMandate']);
    expect(offered(viewers.coordinator, { status: 'unknown', positions: [] })).toEqual([]);
  });

  it('reasons are for the organisation’s own people, coordinators and auditors', () => {
    const may = Object.entries(viewers).filter(([, viewer]) => maySeeReasonsOf(viewer, BASE));
    expect(may.map(([who]) => who)).toEqual(['coordinator', 'auditor', 'baseHead', 'baseMember']);
  });
});
