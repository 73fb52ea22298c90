import { deskDecider, type DeskCommand, type DeskFact } from '@entente/directory';
import { given } from '@entente/event-sourcing';

import { COORDINATOR, HEAD } from '../../../../test/support/agreement-builders.js';
import { DEPARTMENT, DESK, head, viewers } from '../../../../test/support/viewers.js';
import { deskCommandsFor, mayKeepDesk, maySeeDesks } from './desks.js';
import { SETUP, type Actor } from './viewer.js';

const TODAY = '2026-03-02';
const at = { organisationId: DEPARTMENT, organisation: `organisation-${DEPARTMENT}@1` };
const opened: DeskFact = {
  type: 'DeskOpened',
  data: { ...at, personId: COORDINATOR, positionId: DESK, from: '2026-01-05', name: { en: 'First desk' } },
};
const offered: DeskFact = {
  type: 'DeskOffered',
  data: { ...at, personId: HEAD, positionId: 'department-head', from: TODAY },
};
const desk = given(deskDecider, { facts: [opened] }).state;
const onOffer = given(deskDecider, { facts: [opened, offered] }).state;

const named = { organisationId: DEPARTMENT, positionId: 'department-head' };
const open: DeskCommand = { type: 'OpenDesk', ...named, name: { en: 'Desk' }, from: TODAY };
const offer: DeskCommand = { type: 'OfferDesk', ...named, from: TODAY };
const accept: DeskCommand = { type: 'AcceptDesk' };
const withdraw: DeskCommand = { type: 'WithdrawOffer' };
const handOver: DeskCommand = { type: 'HandOverDesk', ...named, reason: 'Gone.' };

const allowed = (actor: Actor, command: DeskCommand, state = onOffer): boolean =>
  'allowed' in mayKeepDesk(actor, command, state, TODAY);

describe('who may do what with a desk', () => {
  it.each([
    ['its holder', viewers.coordinator, [open, offer, withdraw, handOver]],
    ['whoever it is offered to', head, [open, accept, withdraw, handOver]],
    ['an auditor', viewers.auditor, []],
    ['a party', viewers.baseHead, []],
    ['nobody', viewers.nobody, []],
    ['the setup', { space: 'main', system: SETUP } as const, [open]],
  ])('%s', (_, actor, commands) => {
    const all = [open, offer, accept, withdraw, handOver];
    expect(all.filter((command) => allowed(actor, command))).toEqual(commands);
  });

  it('another coordinator neither offers it, accepts it for others nor withdraws', () => {
    const other = { ...head, personId: 'somebody else' };
    expect([offer, accept, withdraw].filter((command) => allowed(other, command))).toEqual([]);
  });

  it('is accepted from the position it was offered to, and from no other', () => {
    const elsewhere = { ...head, positions: viewers.coordinator.positions };
    expect(allowed(elsewhere, accept)).toBe(false);
    expect(mayKeepDesk(head, accept, onOffer, TODAY)).toMatchObject({ actingAs: 'department-head' });
  });
});

it('people are offered what they may and what makes sense', () => {
  const here = { today: TODAY, holderIsPresent: true };
  expect(deskCommandsFor(viewers.coordinator, desk, here)).toEqual(['OfferDesk']);
  expect(deskCommandsFor(viewers.coordinator, onOffer, here)).toEqual(['OfferDesk', 'WithdrawOffer']);
  expect(deskCommandsFor(head, onOffer, here)).toEqual(['AcceptDesk', 'WithdrawOffer']);
  expect(deskCommandsFor(head, desk, { ...here, holderIsPresent: false })).toEqual(['HandOverDesk']);
  expect(deskCommandsFor(viewers.auditor, onOffer, { ...here, holderIsPresent: false })).toEqual([]);
});

it('desks are seen by coordinators and auditors', () => {
  const { coordinator, auditor, baseHead, nobody } = viewers;
  expect([coordinator, auditor, baseHead, nobody].map(maySeeDesks)).toEqual([true, true, false, false]);
});
