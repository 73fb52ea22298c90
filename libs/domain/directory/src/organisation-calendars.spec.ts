import { given } from '@entente/event-sourcing';

import type { OrganisationFact } from './events.js';
import { organisationDecider } from './organisation.js';

const registered: OrganisationFact = { type: 'OrganisationRegistered', data: { name: { en: 'College' } } };
const set: OrganisationFact = {
  type: 'OrganisationCalendarsSet',
  data: { country: 'de', closures: 'closures-college' },
};
const organisation = given(organisationDecider, { facts: [registered] });
const command = { type: 'SetOrganisationCalendars', country: 'de', closures: 'closures-college' } as const;
const here = {
  zone: 'Asia/Shanghai',
  calendars: [{ id: 'de' }, { id: 'closures-college', kind: 'closures' }],
} as const;

describe('the calendars of an organisation', () => {
  it('are its country’s and its own closures', () => {
    const { decision, state } = organisation.when(command, here);
    expect(decision).toEqual([set]);
    expect(state).toMatchObject({ calendars: { country: 'de', closures: 'closures-college' } });
  });

  it('set again as they are change nothing, and are taken away by naming none', () => {
    const after = given(organisationDecider, { facts: [registered, set] });
    expect(after.when(command, here).decision).toEqual([]);
    const { decision, state } = after.when({ type: 'SetOrganisationCalendars' }, here);
    expect(decision).toEqual([{ type: 'OrganisationCalendarsSet', data: { country: null, closures: null } }]);
    expect(state).not.toHaveProperty('calendars');
    expect(organisation.when({ type: 'SetOrganisationCalendars' }, here).decision).toEqual([]);
  });

  it.each([
    ['unknown-calendar', { country: 'xx' }, 'country'],
    ['unknown-calendar', { country: 'de', closures: 'closures-other' }, 'closures'],
    ['other-calendar-kind', { country: 'closures-college' }, 'country'],
    ['other-calendar-kind', { closures: 'de' }, 'closures'],
  ] as const)('are refused: %s', (code, fields, field) => {
    const { decision } = organisation.when({ type: 'SetOrganisationCalendars', ...fields }, here);
    expect(decision).toMatchObject({ refused: { code, field } });
  });

  it('of one that was dissolved are not set any more', () => {
    const dissolved: OrganisationFact = { type: 'OrganisationDissolved', data: { on: '2026-01-01' } };
    const closed = given(organisationDecider, { facts: [registered, dissolved] });
    expect(closed.when(command, here).summary).toBe('organisation-closed');
    expect(given(organisationDecider).when(command, here).summary).toBe('unknown-organisation');
  });
});
