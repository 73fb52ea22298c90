import { beforeEach, describe, expect, it } from '@jest/globals';
import { canonicalText, findJsonFault, MAX_DEPTH, type Json, type JsonObject } from '@entente/canonical';
import {
  EventRefused,
  MAX_APPEND_BYTES,
  MAX_EVENT_BYTES,
  NO_STREAM,
  type EventEnvelope,
} from '@entente/event-sourcing';
import fc from 'fast-check';

import { event, events, eventsOf, holding, newStream, type StoreUnderTest } from './store-under-test.js';

const nested = (depth: number): Json => {
  let value: Json = 'leaf';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { in: value };
  return value;
};

/** What is legal and has broken stores, drivers or serialisers before. */
const ADVERSARIAL: Readonly<Record<string, JsonObject>> = {
  'right-to-left text with its overrides': { مفتاح: 'اتفاقية \u202Eabc\u202C \u2066שלום\u2069' },
  'emoji of several code points': { '👩‍👩‍👧‍👦': ['🏳️‍🌈', '🇨🇳', '👍🏽', '\u{10FFFF}'] },
  'the same letter composed and decomposed': { '\u00e9': 'e\u0301', 'e\u0301': '\u00e9' },
  'empty keys and strings': { '': { '': ['', {}, []] } },
  'keys out of order': { z: 1, a: 2, Z: 3, A: 4, _: 5, aa: 6, 'a b': 7, ä: 8, '\ufb33': 9, '\u{1f600}': 10 },
  'keys that look like numbers but are no indices': { '01': 1, '-1': 2, '1.0': 3, '1e2': 4, ' 1': 5 },
  'names of an object’s own methods': { constructor: 'c', toString: 1, hasOwnProperty: [], valueOf: null },
  'names that stores use themselves': {
    $type: 1,
    $maxAge: 2,
    $correlationId: 'c',
    id: 'x',
    data: { data: {} },
  },
  'escapes and control characters': {
    text: '"\\/\b\f\n\r\t\u0001\u001f\u007f\u0085\u2028\u2029\ufeff\\u0000',
  },
  'text that looks like a database’s': {
    text: `'; DROP TABLE log.event; -- {"a",NULL} $1 \\x00 {}`,
    list: ['NULL'],
  },
  'large integers': { list: [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0, -1, 1e15] },
  'nothing but literals': { list: [null, true, false, [null], [[[]]]] },
  'spaces of every kind': { text: ' \u00a0\u3000\u200b\u200d ', '\u3000': '  ' },
};

/** Text and keys put together of what stores, drivers and serialisers stumble over. */
const thorny = fc.string({
  unit: fc.constantFrom(
    ...[
      'a',
      'Z',
      '0',
      '_',
      ' ',
      '$',
      '"',
      '\\',
      '/',
      '\\u0000',
      '\\ud83d',
      '\u0001',
      '\n',
      '\u007f',
      '\u00e9',
      'e\u0301',
    ],
    ...[
      '\u2028',
      '\u2029',
      '\ufeff',
      '\u200d',
      '\u202e',
      'שלום',
      '协议',
      '\ufb33',
      '\uffff',
      '😀',
      '\u{10ffff}',
      '👩‍👩‍👧',
    ],
  ),
  maxLength: 6,
});
/** Names may not need an escape. */
const thornyKey = thorny.map((key) => key.replaceAll(/["\\\p{Cc}]/gu, '~'));
const { thornyJson } = fc.letrec<{ thornyJson: Json }>((tie) => ({
  thornyJson: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'thorny' },
    fc.constantFrom<Json>(null, true, false, 0, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
    thorny,
    fc.array(tie('thornyJson'), { maxLength: 4 }),
    fc.dictionary(thornyKey, tie('thornyJson'), { maxKeys: 6, depthIdentifier: 'thorny' }),
  ),
}));

/** The same members in another order, at every depth. */
function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as JsonObject)
      .map(([key, member]) => [key, turned(member)] as const)
      .reverse(),
  );
}

const MALFORMED: readonly (readonly [string, unknown, string])[] = [
  ['an integer beyond the safe ones', { a: 2 ** 53 }, '/data/a'],
  ['a fraction', { a: 0.5 }, '/data/a'],
  ['a name with an escape', { 'a\n': 1 }, '/data/a\n'],
  ['a lone surrogate', { a: 'x\ud800' }, '/data/a'],
  ['a lone surrogate in a key', { b: { '\udc00': 1 } }, '/data/b'],
  ['NUL', { a: ['\0'] }, '/data/a/0'],
  ['a key that looks like an index', { a: { '7': 1 } }, '/data/a/7'],
  ['__proto__', JSON.parse('{"__proto__":{}}'), '/data/__proto__'],
  ['a date', { at: new Date(0) }, '/data/at'],
  ['undefined', { a: undefined }, '/data/a'],
];

export function content(subject: () => StoreUnderTest): void {
  const store = () => subject().store;
  let stream: string;
  beforeEach(() => {
    stream = newStream(subject().space);
  });

  async function expectBackUnchanged(sent: readonly EventEnvelope[]): Promise<void> {
    await store().append(stream, NO_STREAM, sent);
    const texts = sent.map(canonicalText);
    expect(eventsOf(await Array.fromAsync(store().read(stream))).map(canonicalText)).toEqual(texts);
    expect(eventsOf(await Array.fromAsync(store().readAll(undefined))).map(canonicalText)).toEqual(texts);
  }

  describe('an event comes back with the same canonical text', () => {
    it.each(Object.entries(ADVERSARIAL))('holding %s', async (_, data) => {
      await expectBackUnchanged([holding(stream, 0, data)]);
    });

    it('nested as deep as is allowed', async () => {
      // The envelope and data are two levels of their own.
      const deepest = holding(stream, 0, { in: nested(MAX_DEPTH - 2) });
      expect(findJsonFault(deepest)).toBeUndefined();
      await expectBackUnchanged([deepest]);
    });

    it('with every optional member of the envelope, or none', async () => {
      const full = {
        effectiveOn: '2026-03-01',
        actingAs: 'position-1',
        mandate: 'm-1',
        audience: 'parties',
      } as const;
      await expectBackUnchanged([event(stream, 0, full), event(stream, 1)]);
    });

    it('whatever restricted JSON it holds', async () => {
      const data = fc.sample(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), 1_200);
      const legal = data.filter((value) => findJsonFault(value) === undefined) as JsonObject[];
      expect(legal.length).toBeGreaterThan(50);
      await expectBackUnchanged(legal.map((value, revision) => holding(stream, revision, value)));
    });

    it('whatever is thorny in it, and however its members were ordered when it was sent', async () => {
      const data = fc.sample(fc.dictionary(thornyKey, thornyJson), 300);
      const legal = data.filter((value) => findJsonFault(value) === undefined);
      expect(legal.length).toBeGreaterThan(100);
      await expectBackUnchanged(
        legal.map((value, revision) => holding(stream, revision, turned(value) as JsonObject)),
      );
    });

    it('when it is as large as an event may be', async () => {
      const rest = canonicalText(holding(stream, 0, { text: '' })).length;
      await expectBackUnchanged([
        holding(stream, 0, { text: 'x'.repeat(MAX_EVENT_BYTES - rest) }),
        holding(stream, 1, { text: '協'.repeat(Math.floor((MAX_EVENT_BYTES - rest) / 3)) }),
      ]);
    });

    it('when the append is as large as an append may be, in few events or in many', async () => {
      const rest = canonicalText(holding(stream, 0, { text: '' })).length;
      const quarter = MAX_APPEND_BYTES / 4;
      const few = [0, 1, 2, 3].map((n) => holding(stream, n, { text: 'x'.repeat(quarter - rest) }));
      await store().append(stream, NO_STREAM, few);
      const small = canonicalText(event(stream, 1_000)).length + 1;
      const many = events(stream, 4, Math.floor(MAX_APPEND_BYTES / small));
      expect(await store().append(stream, 3, many)).toMatchObject({ outcome: 'appended' });
      expect(eventsOf(await Array.fromAsync(store().read(stream)))).toEqual([...few, ...many]);
    });
  });

  describe('an append is refused, and nothing of it is written,', () => {
    it.each(MALFORMED)('when an event holds %s', async (_, data, pointer) => {
      const bad = holding(stream, 1, data as Record<string, Json>);
      const refusal = store().append(stream, NO_STREAM, [event(stream, 0), bad]);
      await expect(refusal).rejects.toBeInstanceOf(EventRefused);
      await expect(refusal).rejects.toMatchObject({ code: 'event-malformed', pointer });
      expect(await Array.fromAsync(store().read(stream))).toEqual([]);
    });

    it('when an event is nested too deep', async () => {
      const refusal = store().append(stream, NO_STREAM, [holding(stream, 0, { in: nested(10_000) })]);
      await expect(refusal).rejects.toMatchObject({ code: 'event-malformed' });
    });

    it('when one event is too large', async () => {
      const refusal = store().append(stream, NO_STREAM, [
        holding(stream, 0, { text: 'x'.repeat(MAX_EVENT_BYTES) }),
      ]);
      await expect(refusal).rejects.toMatchObject({ code: 'event-too-large' });
    });

    it('when all of them are too large', async () => {
      const large = { text: 'x'.repeat(MAX_APPEND_BYTES / 4) };
      const sent = [0, 1, 2, 3].map((revision) => holding(stream, revision, large));
      await expect(store().append(stream, NO_STREAM, sent)).rejects.toMatchObject({
        code: 'append-too-large',
      });
      expect(await store().head()).toBeUndefined();
    });

    it.each<[string, (own: string) => EventEnvelope[]]>([
      ['it is empty', () => []],
      ['an event is of another stream', (own) => [event(`${own}x`, 0)]],
      ['an event is of another space', (own) => [event(own, 0, { space: 'main' })]],
      ['the revisions do not follow the expected one', (own) => events(own, 1, 1)],
      ['the revisions have a gap', (own) => [event(own, 0), event(own, 2)]],
      ['an id is no UUID', (own) => [event(own, 0, { id: 'one' })]],
    ])('when %s', async (_, sent) => {
      await expect(store().append(stream, NO_STREAM, sent(stream))).rejects.toBeInstanceOf(TypeError);
      expect(await store().head()).toBeUndefined();
    });
  });
}
