import { given } from '@entente/event-sourcing';

import type { FillPosition } from './organisation-commands.js';
import { organisationDecider } from './organisation.js';

const name = { zh: '大兴区科学技术协会', en: 'Daxing District Association' };
const register = { type: 'RegisterOrganisation', name } as const;
const registered = { type: 'OrganisationRegistered', data: { name } } as const;
const filled = {
  type: 'PositionFilled',
  data: {
    positionId: 'chair',
    title: { zh: '主席' },
    roles: ['signatory'],
    personId: 'zhao',
    from: '2026-01-05',
  },
} as const;
const fill: FillPosition = { ...filled.data, type: 'FillPosition' };

const here = { zone: 'Asia/Shanghai' };
const nothing = given(organisationDecider);
const organisation = given(organisationDecider, { facts: [registered] });
const withChair = given(organisationDecider, { facts: [registered] }, { facts: [filled] });

describe('registering an organisation', () => {
  it('gives it its name', () => {
    const { decision, state } = nothing.when(register, here);
    expect(decision).toEqual([registered]);
    expect(state).toMatchObject({ status: 'registered', name, positions: [], names: [{ name, from: null }] });
  });

  it('again is a repeat; under another name it is refused', () => {
    expect(organisation.when({ ...register, name: { en: name.en, zh: name.zh } }, here).summary).toEqual([]);
    expect(organisation.when({ ...register, name: { en: 'Another' } }, here).decision).toEqual({
      refused: { code: 'already-registered', field: 'name', facts: { name } },
    });
  });

  it.each([
    ['text-missing', {}],
    ['text-missing', { zh: '', en: 'Named' }],
    ['text-too-long', { en: 'x'.repeat(201) }],
    ['malformed-text', { en: 'a\u0007b' }],
    ['malformed-text', { en: 'a\ud800' }],
  ])('takes a name in a language: %s', (code, bad) => {
    expect(nothing.when({ ...register, name: bad }, here).decision).toMatchObject({
      refused: { code, field: 'name' },
    });
  });

  it('a name in one language is enough, of 200 characters at most', () => {
    expect(nothing.when({ ...register, name: { zh: '𠮷'.repeat(200) } }, here).summary).toEqual([
      'OrganisationRegistered',
    ]);
  });
});

describe('filling a position', () => {
  it('puts a person in it', () => {
    const { decision, state } = organisation.when(fill, here);
    expect(decision).toEqual([filled]);
    expect(state.positions).toEqual([filled.data]);
  });

  it('without an id makes a new position under the command’s', () => {
    const { positionId: _, ...unnamed } = fill;
    expect(organisation.when(unnamed, here, { commandId: 'the-command' }).state.positions).toMatchObject([
      { positionId: 'the-command' },
    ]);
  });

  it('with the same person is a repeat, from whatever day', () => {
    expect(withChair.when(fill, here).summary).toEqual([]);
    expect(withChair.when({ ...fill, from: '2026-02-01' }, here).summary).toEqual([]);
  });

  it('with another person replaces its holder', () => {
    const { summary, state } = withChair.when({ ...fill, personId: 'qian', from: '2026-03-02' }, here);
    expect(summary).toEqual(['PositionFilled']);
    expect(state.positions).toEqual([{ ...filled.data, personId: 'qian', from: '2026-03-02' }]);
  });

  it('with other powers is a fact of its own, even for the same person', () => {
    expect(withChair.when({ ...fill, roles: ['signatory', 'representative'] }, here).summary).toEqual([
      'PositionFilled',
    ]);
  });

  it('of an organisation nobody registered is refused', () => {
    expect(nothing.when(fill, here).summary).toBe('unknown-organisation');
  });

  it.each([
    ['invalid-id', 'positionId', { positionId: 'a b' }],
    ['invalid-id', 'personId', { personId: '' }],
    ['text-missing', 'title', { title: {} }],
    ['invalid-date', 'from', { from: '2026-02-29' }],
    ['invalid-date', 'from', { from: '20260301' }],
    ['date-in-future', 'from', { from: '2026-03-03' }],
    ['unknown-position-role', 'roles', { roles: ['auditor', 'auditor'] }],
  ] as const)('is refused: %s of %s', (code, field, change) => {
    expect(organisation.when({ ...fill, ...change }, here).decision).toMatchObject({
      refused: { code, field },
    });
  });
});
