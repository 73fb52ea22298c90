import type { RecordedEvent } from '@entente/event-sourcing';
import { describe, expect, test } from '@jest/globals';
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';

import { Appender } from './appender.js';

const ids = ['a', 'b', 'c'];
const stream = 'main.agreement-1';

function entry(id: string, revision: number): RecordedEvent {
  return { position: `p${revision}`, event: { id, stream, revision } } as unknown as RecordedEvent;
}

/** Of a server whose stream is further than was expected, and shows more of it with each look. */
function appenderThatSees(...looks: readonly (readonly string[])[]): Appender {
  let look = 0;
  const reader = {
    async *stream(_: string, { direction }: { direction?: string }): AsyncIterable<RecordedEvent> {
      const shown = looks[Math.min(look, looks.length - 1)] ?? [];
      if (direction === 'backwards') yield entry(shown.at(-1) ?? '', shown.length - 1);
      else {
        look += 1;
        for (const [revision, id] of shown.entries()) yield entry(id, revision);
      }
    },
  };
  const client = {
    appendToStream: () => Promise.resolve({ success: false }),
    dispose: () => Promise.resolve(),
  } as unknown as KurrentDBClient;
  return new Appender(() => client, reader, new AbortController().signal);
}

const append = (appender: Appender): ReturnType<Appender['append']> =>
  appender.append(
    stream,
    -1,
    ids.map((id, revision) => entry(id, revision).event),
    [],
  );

describe('an append that the server knows already', () => {
  test('is a repeat when all its events stand there', async () => {
    expect(await append(appenderThatSees(ids))).toEqual({
      outcome: 'duplicate',
      revision: 2,
      position: 'p2',
    });
  });

  test('is looked at again while the server shows a part of it', async () => {
    expect(await append(appenderThatSees(['a'], ['a', 'b'], ids))).toMatchObject({
      outcome: 'duplicate',
      revision: 2,
    });
  });

  test('is a conflict when fewer events stay there: they were another append', async () => {
    expect(await append(appenderThatSees(['a', 'b']))).toEqual({ outcome: 'conflict', actual: 1 });
  });

  test('is a conflict when others stand there', async () => {
    expect(await append(appenderThatSees(['a', 'x']))).toEqual({ outcome: 'conflict', actual: 1 });
  });
});
