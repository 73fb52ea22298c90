import { describe, expect, it } from '@jest/globals';
import { eventShapes } from '@entente/application';
import { canonicalText } from '@entente/canonical';
import { checkAppend, upcast } from '@entente/event-sourcing';
import { Ajv } from 'ajv';

import { opened, read, storedHistories } from './history.js';
import { declaredShapes, storedShapes, type Schema } from './shapes.js';

const AGAIN = 'npm run histories records it anew; events and shapes once stored stay';

const histories = storedHistories();
const shapes = storedShapes();
const stored = [...histories.values()].flatMap(({ events }) => events);
const ajv = new Ajv();

function fits(schema: Schema | undefined, data: unknown): string {
  const check = ajv.compile(schema ?? false);
  return check(data) ? 'fits' : ajv.errorsText(check.errors);
}

describe.each([...histories])('the stored history of a stream, %s,', (_, history) => {
  const { stream, events, state, sentences } = history;

  it('means what it meant', () => {
    const now = read(history);
    expect(now.state).toEqual(state);
    expect(now.sentences).toEqual(sentences);
  });

  it('is what the log takes and gives back', () => {
    const texts = checkAppend(stream, -1, events);
    expect(texts).toEqual(events.map(canonicalText));
  });
});

describe('a type of event', () => {
  const declared = declaredShapes();

  it.each(Object.entries(eventShapes.schemaVersions))(
    '%s, now in version %i, keeps its shape',
    (type, version) => {
      const known = shapes[type] ?? {};
      const versions = Array.from({ length: version }, (_, index) => String(index + 1));
      expect([Object.keys(known), AGAIN]).toEqual([versions, AGAIN]);
      // Another shape is another version: raise the number in the decider's schemaVersions and write the upcaster.
      expect(declared[type]).toEqual(known[version]);
    },
  );

  it.each(
    Object.entries(shapes).flatMap(([type, known]) =>
      Object.keys(known).map((v) => [type, Number(v)] as const),
    ),
  )('%s is stored here in version %i, and reads as the current one', (type, version) => {
    const samples = stored.filter((event) => event.type === type && event.schemaVersion === version);
    expect(samples).not.toEqual([]);
    for (const sample of samples) {
      expect(fits(shapes[type]?.[version], opened(sample.data))).toBe('fits');
      expect(fits(declared[type], opened(upcast(eventShapes, sample).data))).toBe('fits');
    }
  });

  it('is told of by a decider, and by one alone', () => {
    expect(Object.keys(declared).sort()).toEqual(Object.keys(eventShapes.schemaVersions).sort());
  });
});
