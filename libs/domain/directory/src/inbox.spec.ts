import { given } from '@entente/event-sourcing';

import type { PersonFact } from './events.js';
import { personDecider } from './person.js';

const registered: PersonFact = {
  type: 'PersonRegistered',
  data: { name: { en: 'Zhao Ming' }, language: 'en' },
};
const first = 'a0000000-0000-4000-8000-000000000001';
const second = 'a0000000-0000-4000-8000-000000000002';
const NOON = '2026-03-09T12:00:00.000Z';
const at = { now: NOON };
const somebody = given(personDecider, { facts: [registered] });
const read = given(
  personDecider,
  { facts: [registered] },
  { facts: [{ type: 'InboxRead', data: { items: [first], until: NOON } }] },
);

test('what was read is on record once', () => {
  expect(somebody.when({ type: 'MarkInboxRead', items: [first, first] }, {}, at).decision).toEqual([
    { type: 'InboxRead', data: { items: [first] } },
  ]);
  expect(read.when({ type: 'MarkInboxRead', items: [first] }, {}, at).summary).toEqual([]);
  expect(read.when({ type: 'MarkInboxRead', items: [first, second] }, {}, at).decision).toEqual([
    { type: 'InboxRead', data: { items: [second] } },
  ]);
});

test('all up to a moment is read at once; an earlier moment says nothing', () => {
  expect(somebody.when({ type: 'MarkInboxRead', until: NOON }, {}, at).decision).toEqual([
    { type: 'InboxRead', data: { items: [], until: NOON } },
  ]);
  expect(read.when({ type: 'MarkInboxRead', until: '2026-03-09T11:59:59.999Z' }, {}, at).summary).toEqual([]);
});

test('nothing is read before it came', () => {
  const tomorrow = { type: 'MarkInboxRead', until: '2026-03-10T12:00:00.000Z' } as const;
  expect(somebody.when(tomorrow, {}, at).summary).toBe('date-in-future');
});

test('ids are ids, and not too many at once', () => {
  expect(somebody.when({ type: 'MarkInboxRead', items: ['no id!'] }, {}, at).summary).toBe('invalid-id');
  const many = Array.from({ length: 101 }, (_, index) => `i${String(index)}`);
  expect(somebody.when({ type: 'MarkInboxRead', items: many }, {}, at).summary).toBe('limit-reached');
});

test('it is nobody’s who is not there', () => {
  const mark = { type: 'MarkInboxRead', until: NOON } as const;
  expect(given(personDecider).when(mark, {}, at).summary).toBe('unknown-person');
  const erased = given(personDecider, {
    facts: [registered, { type: 'PersonErased', data: { reason: null } }],
  });
  expect(erased.when(mark, {}, at).summary).toBe('person-erased');
});
