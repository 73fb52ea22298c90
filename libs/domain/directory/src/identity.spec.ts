import { given } from '@entente/event-sourcing';

import type { OrganisationFact } from './events.js';
import { organisationDecider } from './organisation.js';
import type { OrganisationCommand } from './organisation-commands.js';

const here = { zone: 'Asia/Shanghai' };
const known = { ...here, otherIsKnown: true };
const name = { zh: '旧名', en: 'Old' };
const registered: OrganisationFact = { type: 'OrganisationRegistered', data: { name } };
const renamed: OrganisationFact = {
  type: 'OrganisationRenamed',
  data: { name: { en: 'New' }, from: '2026-01-01' },
};
const organisation = given(organisationDecider, { facts: [registered] });

const rename = { type: 'RenameOrganisation', name: { en: 'New' }, from: '2026-01-01' } as const;
const host = { type: 'NameHostUnit', hostId: 'university', from: '2026-01-01' } as const;
const merge = { type: 'MergeOrganisation', into: 'successor', on: '2026-02-01' } as const;
const dissolve = { type: 'DissolveOrganisation', on: '2026-02-01', reason: 'Reform' } as const;

describe('renaming', () => {
  it('keeps both names, each with its day', () => {
    const { decision, state } = organisation.when(rename, here);
    expect(decision).toEqual([renamed]);
    expect(state).toMatchObject({
      name: { en: 'New' },
      names: [
        { name, from: null },
        { name: { en: 'New' }, from: '2026-01-01' },
      ],
    });
  });

  it('to the name it has is a repeat', () => {
    expect(organisation.when({ ...rename, name }, here).summary).toEqual([]);
  });

  it.each([
    ['text-missing', { name: {} }],
    ['invalid-date', { from: '2026-13-01' }],
    ['date-in-future', { from: '2026-03-03' }],
  ] as const)('is refused: %s', (code, change) => {
    expect(organisation.when({ ...rename, ...change }, here).summary).toBe(code);
  });
});

describe('a registration code', () => {
  it('is recorded, again is a repeat, and another replaces it', () => {
    const set = { type: 'SetRegistrationCode', code: '12110000400000000X' } as const;
    const { summary, state } = organisation.when(set, here);
    expect(summary).toEqual(['RegistrationCodeSet']);
    expect(state).toMatchObject({ registrationCode: set.code });
    const after = given(organisationDecider, {
      facts: [registered, { type: 'RegistrationCodeSet', data: { code: set.code } }],
    });
    expect(after.when(set, here).summary).toEqual([]);
    expect(after.when({ ...set, code: 'AB 12' }, here).summary).toEqual(['RegistrationCodeSet']);
  });

  it.each(['', 'x', ' 12', 'a\nb', 'x'.repeat(41)])('%j is none', (code) => {
    expect(organisation.when({ type: 'SetRegistrationCode', code }, here).summary).toBe(
      'invalid-registration-code',
    );
  });
});

describe('a host unit', () => {
  it('is one that is registered; none is possible again', () => {
    expect(organisation.when(host, known).state).toMatchObject({ host: { hostId: 'university' } });
    expect(organisation.when(host, here).summary).toBe('unknown-other-organisation');
    const hosted = given(organisationDecider, {
      facts: [registered, { type: 'HostUnitNamed', data: { hostId: 'university', from: '2026-01-01' } }],
    });
    expect(hosted.when(host, known).summary).toEqual([]);
    const none = hosted.when({ type: 'NameHostUnit', from: '2026-03-01' }, here);
    expect(none.decision).toEqual([{ type: 'HostUnitNamed', data: { hostId: null, from: '2026-03-01' } }]);
    expect(none.state).not.toHaveProperty('host');
  });
});

describe('an organisation that is no more', () => {
  it('was merged into one that is registered, or dissolved', () => {
    expect(organisation.when(merge, known).state).toMatchObject({
      closed: { on: '2026-02-01', into: 'successor' },
    });
    expect(organisation.when(merge, here).summary).toBe('unknown-other-organisation');
    expect(organisation.when(dissolve, here).decision).toEqual([
      { type: 'OrganisationDissolved', data: { on: '2026-02-01', reason: 'Reform' } },
    ]);
    expect(organisation.when({ ...dissolve, on: '2026-03-03' }, here).summary).toBe('date-in-future');
  });

  it('is told so once, and takes nothing but leaving and revoking', () => {
    const merged = given(organisationDecider, {
      facts: [registered, { type: 'OrganisationMerged', data: { into: 'successor', on: '2026-02-01' } }],
    });
    expect(merged.when(merge, known).summary).toEqual([]);
    const refused: readonly OrganisationCommand[] = [
      rename,
      host,
      dissolve,
      { type: 'SetRegistrationCode', code: 'AB 12' },
      { type: 'FillPosition', title: name, roles: [], personId: 'zhao', from: '2026-01-01' },
      { type: 'GrantMandate', fromPositionId: 'chair', toPersonId: 'qian', scope: {}, from: '2026-01-01' },
    ];
    for (const command of refused) expect(merged.when(command, known).summary).toBe('organisation-closed');
    expect(merged.when({ type: 'VacatePosition', positionId: 'chair', on: '2026-02-01' }, here).summary).toBe(
      'unknown-position',
    );
  });

  it('must have been one', () => {
    const nothing = given(organisationDecider);
    for (const command of [rename, host, merge, dissolve]) {
      expect(nothing.when(command, known).summary).toBe('unknown-organisation');
    }
  });
});
