import { given } from '@entente/event-sourcing';

import { MAX_FILTERS, type SaveBoardFilter } from './board-filters.js';
import type { PersonFact } from './events.js';
import { personDecider } from './person.js';

const registered: PersonFact = {
  type: 'PersonRegistered',
  data: { name: { zh: '林悦' }, language: 'zh' },
};
const late: SaveBoardFilter = { type: 'SaveBoardFilter', name: 'Late', filter: { late: true } };
const saved: PersonFact = {
  type: 'BoardFilterSaved',
  data: { filterId: 'f1', name: 'Late', filter: { late: true } },
};
const removed: PersonFact = { type: 'BoardFilterRemoved', data: { filterId: 'f1' } };
const person = (...facts: readonly PersonFact[]) => given(personDecider, { facts: [registered, ...facts] });

describe('a filter of the board that somebody keeps', () => {
  it('is named by the command that saved it', () => {
    expect(person().when(late, {}, { commandId: 'f1' }).decision).toEqual([saved]);
  });

  it('saved again changes nothing; another one of the same name takes its place', () => {
    expect(person(saved).when(late, {}).summary).toEqual([]);
    const changed = { ...late, filter: { mine: true } };
    expect(person(saved).when(changed, {}, { commandId: 'f2' }).decision).toEqual([
      { type: 'BoardFilterSaved', data: { filterId: 'f1', name: 'Late', filter: { mine: true } } },
    ]);
  });

  it('may ask for the stage of one definition alone', () => {
    const filter = { stages: ['signing', 'survey@1/review'] };
    expect(person().when({ ...late, filter }, {}).summary).toEqual(['BoardFilterSaved']);
  });

  it('is removed once', () => {
    const remove = { type: 'RemoveBoardFilter', filterId: 'f1' } as const;
    expect(person(saved).when(remove, {}).decision).toEqual([removed]);
    expect(person(saved, removed).when(remove, {}).summary).toEqual([]);
  });

  it('leaves the registration as it was', () => {
    const again = { type: 'RegisterPerson', name: { zh: '林悦' }, language: 'zh' } as const;
    expect(person(saved).when(again, {}).summary).toEqual([]);
  });

  it.each([
    ['text-missing', { name: ' ' }],
    ['text-too-long', { name: 'x'.repeat(61) }],
    ['malformed-text', { filter: { search: 'a\u0000' } }],
    ['invalid-id', { filter: { partyId: 'a b' } }],
    ['invalid-id', { filter: { stages: ['a b'] } }],
    ['invalid-id', { filter: { stages: ['survey/review'] } }],
    ['limit-reached', { filter: { stages: Array.from({ length: 21 }, (_, index) => `s${String(index)}`) } }],
  ] as const)('is refused: %s %j', (code, change) => {
    expect(person().when({ ...late, ...change }, {}).summary).toBe(code);
  });

  it('is one of so many at most, and those there are can still be changed', () => {
    const many = Array.from({ length: MAX_FILTERS }, (_, index): PersonFact => {
      const id = String(index);
      return { type: 'BoardFilterSaved', data: { filterId: id, name: id, filter: {} } };
    });
    expect(person(...many).when(late, {}).summary).toBe('limit-reached');
    expect(person(...many).when({ ...late, name: '7' }, {}).summary).toEqual(['BoardFilterSaved']);
  });

  it('is kept by nobody who is not registered or was erased', () => {
    expect(given(personDecider).when(late, {}).summary).toBe('unknown-person');
    const erased: PersonFact = { type: 'PersonErased', data: { reason: 'x' } };
    expect(person(saved, erased).when(late, {}).summary).toBe('person-erased');
  });
});
