import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@entente/canonical';

import type { EventEnvelope } from './envelope.js';
import { shapesOf, UnknownEvent, upcast, type EventShapes } from './upcasting.js';

/** Deposits once had an amount in yuan, then in cents, then beside it the currency. */
const purse: EventShapes<'Deposited' | 'Closed'> = {
  schemaVersions: { Deposited: 3, Closed: 1 },
  upcasters: {
    Deposited: [({ yuan }) => ({ cents: Number(yuan) * 100 }), (data) => ({ ...data, currency: 'CNY' })],
  },
};

function event(type: string, schemaVersion: number, data: JsonObject = {}): EventEnvelope {
  return {
    id: '00000000-0000-5000-8000-000000000000',
    space: 'main',
    stream: 'main.purse-1',
    revision: 4,
    type,
    schemaVersion,
    recordedAt: '2026-03-02T01:00:00.000Z',
    actor: 'person-1',
    commandId: 'c1',
    bodyMac: '',
    causationId: 'c1',
    correlationId: 'c1',
    salt: '',
    data,
  };
}

describe('an event in an earlier version', () => {
  it('goes every step to the current one', () => {
    expect(upcast(purse, event('Deposited', 1, { yuan: 3 }))).toEqual(
      event('Deposited', 3, { cents: 300, currency: 'CNY' }),
    );
    expect(upcast(purse, event('Deposited', 2, { cents: 5 }))).toEqual(
      event('Deposited', 3, { cents: 5, currency: 'CNY' }),
    );
  });

  it('stays as it was for whoever holds it: hashes are taken of what was appended', () => {
    const stored = event('Deposited', 1, { yuan: 3 });
    Object.freeze(stored.data);
    upcast(purse, Object.freeze(stored));
    expect(stored).toEqual(event('Deposited', 1, { yuan: 3 }));
  });
});

it('an event in its current version is the very one that was given', () => {
  const current = event('Closed', 1);
  expect(upcast(purse, current)).toBe(current);
});

describe('an event nobody here can read is refused by name', () => {
  it.each([
    ['of an unknown type', event('Robbed', 1), undefined],
    ['of a type named like a member of every object', event('constructor', 1), undefined],
    ['of a newer version', event('Deposited', 4), 3],
    ['of a version before the first', event('Closed', 0), 1],
    ['of half a version', event('Deposited', 1.5), 3],
  ])('%s', (_, unreadable, known) => {
    const act = () => upcast(purse, unreadable);
    expect(act).toThrow(UnknownEvent);
    expect(act).toThrow(expect.objectContaining({ event: unreadable, known }));
    expect(act).toThrow(`main.purse-1@4 is ${unreadable.type} in version ${unreadable.schemaVersion}`);
  });
});

describe('the shapes of several streams', () => {
  const door: EventShapes<'Opened'> = { schemaVersions: { Opened: 1 } };

  it('are read by one list', () => {
    const shapes = shapesOf(purse, door);
    expect(upcast(shapes, event('Opened', 1)).schemaVersion).toBe(1);
    expect(upcast(shapes, event('Deposited', 1, { yuan: 1 })).schemaVersion).toBe(3);
  });

  it('share no type', () => {
    expect(() => shapesOf(purse, { schemaVersions: { Closed: 1 } })).toThrow(TypeError);
  });

  it.each([
    ['a missing one', { schemaVersions: { Opened: 2 } }],
    ['one too many', { schemaVersions: { Opened: 1 }, upcasters: { Opened: [(data: JsonObject) => data] } }],
  ])('have a step from each version to the next: %s is told at once', (_, shapes) => {
    expect(() => shapesOf(shapes)).toThrow(TypeError);
  });
});
