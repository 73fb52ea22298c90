import { given } from '@entente/event-sourcing';

import type { OrganisationFact } from './events.js';
import { mandateFault } from './mandates.js';
import { organisationDecider } from './organisation.js';
import type { GrantMandate } from './organisation-commands.js';

const here = { zone: 'Asia/Shanghai' };
const chair: OrganisationFact = {
  type: 'PositionFilled',
  data: {
    positionId: 'chair',
    title: { en: 'Chair' },
    roles: ['signatory'],
    personId: 'zhao',
    from: '2025-01-01',
  },
};
const registered: OrganisationFact = { type: 'OrganisationRegistered', data: { name: { en: 'Daxing' } } };
const grant: GrantMandate = {
  type: 'GrantMandate',
  fromPositionId: 'chair',
  toPositionId: 'deputy',
  scope: { kinds: ['letter-of-intent'] },
  from: '2026-02-01',
  until: '2026-03-31',
};
const { type: _, ...terms } = grant;
const granted: OrganisationFact = {
  type: 'MandateGranted',
  data: { mandateId: 'm1', ...terms, grantedBy: 'zhao' },
};
const revoke = { type: 'RevokeMandate', mandateId: 'm1', on: '2026-03-02', reason: 'Back again' } as const;
const revoked: OrganisationFact = {
  type: 'MandateRevoked',
  data: { mandateId: 'm1', on: '2026-03-02', reason: 'Back again' },
};

const organisation = given(organisationDecider, { facts: [registered, chair] });
const mandated = given(organisationDecider, { facts: [registered, chair, granted] });
const withdrawn = given(organisationDecider, { facts: [registered, chair, granted, revoked] });

describe('granting a mandate', () => {
  it('names who held the position then', () => {
    expect(organisation.when(grant, here, { commandId: 'm1' }).decision).toEqual([granted]);
  });

  it('again is a repeat; once it was revoked it is a new one', () => {
    expect(mandated.when(grant, here).summary).toEqual([]);
    expect(withdrawn.when(grant, here).summary).toEqual(['MandateGranted']);
  });

  it.each([
    ['unknown-position', { fromPositionId: 'nothing' }],
    ['mandate-without-holder', { toPersonId: 'qian' }],
    ['mandate-without-holder', { toPositionId: 'chair' }],
    ['invalid-id', { toPositionId: 'a b' }],
    ['invalid-id', { scope: { agreementIds: ['a b'] } }],
    ['limit-reached', { scope: { kinds: Array.from({ length: 101 }, (_, index) => `k${String(index)}`) } }],
    ['invalid-date', { from: '2026-02-30' }],
    ['invalid-date', { until: 'tomorrow' }],
    ['until-before-from', { until: '2026-01-31' }],
    ['date-too-far', { from: '9999-12-31' }],
    ['date-too-far', { until: '9999-12-31' }],
  ] as const)('is refused: %s %j', (code, change) => {
    expect(organisation.when({ ...grant, ...change }, here).summary).toBe(code);
  });

  it('of a vacant or abolished position is refused', () => {
    const on = '2026-01-01';
    const left: OrganisationFact[] = [
      { type: 'PositionVacated', data: { positionId: 'chair', on } },
      { type: 'PositionEnded', data: { positionId: 'chair', on } },
    ];
    const codes = left.map(
      (fact) => given(organisationDecider, { facts: [registered, chair, fact] }).when(grant, here).summary,
    );
    expect(codes).toEqual(['position-vacant', 'position-ended']);
  });
});

describe('revoking a mandate', () => {
  it('ends it from that day on; again is a repeat', () => {
    expect(mandated.when(revoke, here).decision).toEqual([revoked]);
    expect(withdrawn.when(revoke, here).summary).toEqual([]);
  });

  it.each([
    ['unknown-mandate', { mandateId: 'm2' }],
    ['date-in-future', { on: '2026-03-03' }],
  ] as const)('is refused: %s', (code, change) => {
    expect(mandated.when({ ...revoke, ...change }, here).summary).toBe(code);
  });
});

describe('a substitute under a named mandate', () => {
  const question = {
    mandate: 'm1',
    positionId: 'chair',
    substituteId: 'deputy',
    on: '2026-03-01',
    kind: 'letter-of-intent',
    agreementId: 'letter-1',
  };
  const fault = (change: Partial<typeof question> = {}, spec = mandated): unknown =>
    mandateFault(spec.state, { ...question, ...change })?.refused.code;

  it('signs while it holds, for whom and what it is for', () => {
    expect(fault()).toBeUndefined();
    expect(fault({ substituteId: 'clerk' })).toBe('signatory-without-mandate');
    expect(fault({ positionId: 'another' })).toBe('signatory-without-mandate');
    expect(fault({ kind: 'memorandum' })).toBe('signatory-without-mandate');
  });

  it('may be the person who was named, in whatever position', () => {
    const { toPositionId: _position, ...data } = { mandateId: 'm1', ...terms, grantedBy: 'zhao' };
    const clerk: OrganisationFact = {
      type: 'PositionFilled',
      data: { positionId: 'clerk', title: { en: 'Clerk' }, roles: [], personId: 'sun', from: '2026-01-01' },
    };
    const personal: OrganisationFact = { type: 'MandateGranted', data: { ...data, toPersonId: 'sun' } };
    const spec = given(organisationDecider, { facts: [registered, chair, clerk, personal] });
    expect(fault({ substituteId: 'clerk' }, spec)).toBeUndefined();
    expect(fault({}, spec)).toBe('signatory-without-mandate');
  });

  it('not when it ended between asking and signing', () => {
    expect(fault({ on: '2026-04-01' })).toBe('mandate-expired');
    expect(fault({ on: '2026-03-02' }, withdrawn)).toBe('mandate-expired');
  });

  it('may have a document of which the directory knows nothing', () => {
    expect(fault({ mandate: '2026-17' })).toBeUndefined();
    expect(fault({}, given(organisationDecider))).toBeUndefined();
  });
});
