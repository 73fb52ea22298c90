import type { EventEnvelope } from '@entente/event-sourcing';
import { openKurrentEventStore, type KurrentEventStore } from '@entente/event-store';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';

import { readyForReview } from '../support/agreement-builders.js';
import { describeIf } from '../support/describe-if.js';
import { found, needs } from '../support/needs.js';
import { openViews, type OpenViews } from './open-views.js';

const LETTERS = 60;
const EVENTS_PER_APPEND = 7;

/** A log that gives no stream by itself in order: a rebuild follows all of it. */
describeIf(needs.kurrentdb, 'a rebuild from KurrentDB', () => {
  const space = `t${randomBytes(8).toString('hex')}`;
  let store: KurrentEventStore;
  let views: OpenViews;
  let events = 0;

  beforeAll(async () => {
    store = await openKurrentEventStore(found(needs.kurrentdb), { streamPrefixes: [`${space}.`] });
    views = await openViews(store, [space]);
    await Promise.all(Array.from({ length: LETTERS }, write));
    await views.catchUp();
  }, 60_000);
  afterAll(async () => {
    await views.close();
    await store.close();
  });

  /** One append after the other; all letters at once, so that they lie mixed in the log. */
  async function write(): Promise<void> {
    // Facts are more narrowly typed than what the log takes.
    const envelopes = readyForReview().envelopes(randomUUID(), space) as EventEnvelope[];
    for (let begun = 0; begun < envelopes.length; begun += EVENTS_PER_APPEND) {
      const some = envelopes.slice(begun, begun + EVENTS_PER_APPEND);
      const { stream = '', revision = 0 } = some[0] ?? {};
      expect(await store.append(stream, revision - 1, some)).toMatchObject({ outcome: 'appended' });
    }
    events += envelopes.length;
  }

  it('finds the rows that followed the log', async () => {
    const rows = await views.dump('views.agreement_board');
    expect(rows).toHaveLength(LETTERS);
    for (const name of ['agreement-board', 'agreement-history']) {
      expect(await views.runtime.rebuild(name)).toMatchObject({ verdict: 'equal', events, parked: 0 });
    }
    expect(await views.dump('views.agreement_board')).toEqual(rows);
  }, 30_000);

  it('that was stopped goes on where it was, beside letters that are written meanwhile', async () => {
    const stop = new AbortController();
    const stopping = views.runtime.rebuild('agreement-board', () => stop.abort(), stop.signal);
    await expect(stopping).rejects.toThrow('aborted');
    await write();
    const progress: number[] = [];
    const report = await views.runtime.rebuild('agreement-board', (count) => {
      progress.push(count);
    });
    expect(report).toMatchObject({ verdict: 'equal', events: progress.at(-1) });
    // Not from the beginning: the first thousand was done.
    expect(progress[0]).toBeGreaterThan(1_000);
    await views.catchUp();
    expect(await views.runtime.rebuild('agreement-board')).toMatchObject({ verdict: 'equal', events });
  }, 30_000);

  it('names a row that was wrong, and puts it right', async () => {
    const rows = await views.dump('views.agreement_board');
    await views.database.pool.query(
      'UPDATE views.agreement_board SET revision = 99 WHERE stream = (SELECT min(stream) FROM views.agreement_board)',
    );
    expect(await views.runtime.rebuild('agreement-board')).toMatchObject({
      verdict: 'different',
      differences: [{ table: 'agreement_board', added: 0, removed: 0, changed: 1 }],
    });
    expect(await views.dump('views.agreement_board')).toEqual(rows);
  }, 30_000);
});
