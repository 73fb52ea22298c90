import { describe, expect, it } from '@jest/globals';

import { checkAppend } from './check-append.js';
import type { EventEnvelope } from './envelope.js';
import { EventRefused, MAX_APPEND_BYTES, MAX_EVENT_BYTES, NO_STREAM } from './event-store.js';

const STREAM = 'main.purse-1';

function event(revision: number, more: object = {}): EventEnvelope {
  return {
    id: `00000000-0000-5000-8000-${String(revision).padStart(12, '0')}`,
    space: 'main',
    stream: STREAM,
    revision,
    type: 'Deposited',
    schemaVersion: 1,
    recordedAt: '2026-03-02T01:00:00.000Z',
    actor: 'person-1',
    commandId: 'c1',
    bodyMac: '0'.repeat(64),
    causationId: 'c1',
    correlationId: 'c1',
    salt: '0'.repeat(32),
    data: { amount: 1 },
    ...more,
  };
}

const check = (events: readonly EventEnvelope[], expected = NO_STREAM, stream = STREAM) =>
  checkAppend(stream, expected, events);

describe('an append that keeps the rules', () => {
  it('is answered with the canonical text of each event', () => {
    const [text, ...others] = check([event(4)], 3);
    expect(others).toEqual([]);
    expect(text).toMatch(/^\{"actor":"person-1","bodyMac":"0{64}",.*"type":"Deposited"\}$/);
  });
});

describe('a caller is told of a broken protocol', () => {
  it.each<[string, () => unknown]>([
    ['no events', () => check([])],
    ['an expected revision below NO_STREAM', () => check([event(-1)], -2)],
    ['an expected revision that is no integer', () => check([event(1)], 0.5)],
    ['a stream that is not named as streams are', () => check([event(0, { stream: 'x' })], NO_STREAM, 'x')],
    ['an event of another stream', () => check([event(0, { stream: 'main.purse-2' })])],
    ['an event of another space', () => check([event(0, { space: 'demo' })])],
    ['a gap in the revisions', () => check([event(0), event(2)])],
    ['one id twice', () => check([event(0), event(1, { id: event(0).id })])],
  ])('%s', (_, act) => {
    expect(act).toThrow(TypeError);
  });
});

describe('a caller is told of an envelope that is not as its list has it', () => {
  it.each<[string, object]>([
    ['id', { id: 'one' }],
    ['id', { id: '2ED6657D-E927-568B-95E1-2665A8AEA6A2' }],
    ['type', { type: '' }],
    ['type', { type: 'deposited by' }],
    ['schemaVersion', { schemaVersion: 0 }],
    ['recordedAt', { recordedAt: '2026-03-02T01:00:00Z' }],
    ['recordedAt', { recordedAt: '2026-03-02T01:00:00.000+00:00' }],
    ['recordedAt', { recordedAt: '2026-02-30T01:00:00.000Z' }],
    ['recordedAt', { recordedAt: '2026-03-02T24:00:00.000Z' }],
    ['recordedAt', { recordedAt: '2026-13-01T00:00:00.000Z' }],
    ['recordedAt', { recordedAt: '2100-02-29T00:00:00.000Z' }],
    ['recordedAt', { recordedAt: '2026-04-31T00:00:00.000Z' }],
    ['recordedAt', { recordedAt: '2026-03-02T01:60:00.000Z' }],
    ['recordedAt', { recordedAt: 1_772_413_200_000 }],
    ['effectiveOn', { effectiveOn: '2026-2-3' }],
    ['effectiveOn', { effectiveOn: '2026-02-29' }],
    ['actor', { actor: '' }],
    ['actingAs', { actingAs: '' }],
    ['mandate', { mandate: 'm'.repeat(201) }],
    ['commandId', { commandId: null }],
    ['bodyMac', { bodyMac: '' }],
    ['causationId', { causationId: '' }],
    ['correlationId', { correlationId: {} }],
    ['audience', { audience: 'everybody' }],
    ['audience', { audience: 'constructor' }],
    ['salt', { salt: '00' }],
    ['salt', { salt: 'A'.repeat(32) }],
    ['data', { data: [] }],
    ['data', { data: null }],
    ['colour', { colour: 'red' }],
  ])('%s: %j', (name, more) => {
    expect(() => check([event(0, more)])).toThrow(TypeError);
    expect(() => check([event(0, more)])).toThrow(`${name} of `);
  });

  it('and takes every member there is', () => {
    const days = ['2024-02-29', '2000-02-29', '2026-12-31', '2026-03-01T23:59:59.999Z'];
    for (const effectiveOn of days) {
      const more = { effectiveOn, actingAs: 'position-1', mandate: 'mandate-1', audience: 'own-side' };
      expect(check([event(0, more)])).toHaveLength(1);
    }
  });
});

describe('an event is refused', () => {
  it('with the place of what restricted JSON does not allow', () => {
    const act = () => check([event(0, { data: { list: [1, 0.5] } })]);
    expect(act).toThrow(EventRefused);
    expect(act).toThrow(expect.objectContaining({ code: 'event-malformed', pointer: '/data/list/1' }));
  });

  it('when its text is larger than an event may be, counted in bytes of UTF-8', () => {
    const rest = check([event(0, { data: { text: '' } })])[0]?.length ?? 0;
    const fits = '協'.repeat(Math.floor((MAX_EVENT_BYTES - rest) / 3));
    expect(check([event(0, { data: { text: fits } })])).toHaveLength(1);
    expect(() => check([event(0, { data: { text: `${fits}協` } })])).toThrow(
      expect.objectContaining({ code: 'event-too-large' }),
    );
  });

  it('when the append is larger than an append may be', () => {
    const large = (revision: number) => event(revision, { data: { text: 'x'.repeat(MAX_APPEND_BYTES / 4) } });
    expect(check([0, 1, 2].map(large))).toHaveLength(3);
    const wide = (revision: number) => event(revision, { data: { text: '協'.repeat(80_000) } });
    expect(check([0, 1, 2].map(wide))).toHaveLength(3);
    expect(() => check([0, 1, 2, 3].map(wide))).toThrow(
      expect.objectContaining({ code: 'append-too-large' }),
    );
    expect(() => check([0, 1, 2, 3].map(large))).toThrow(
      expect.objectContaining({ code: 'append-too-large' }),
    );
  });
});
