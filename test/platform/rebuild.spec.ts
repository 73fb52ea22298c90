import { InMemoryEventStore, UnreadableEvent, type RecordedEvent } from '@entente/event-sourcing';
import { OtherVersion } from '@entente/platform';
import { jest } from '@jest/globals';

import { ConsumerStage } from './support/consumer-stage.js';
import { append, appendMany, CountingView } from './support/log-of-words.js';

jest.setTimeout(20_000);

const stage = new ConsumerStage();

class Newer extends CountingView {
  override readonly version = 2;
}

const query = async (text: string): Promise<unknown[]> =>
  (await stage.database.pool.query<Record<string, unknown>>(text)).rows;

const unfinished = (): Promise<unknown[]> =>
  query('SELECT consumer, version, after_stream, events FROM platform.rebuild');

const leftTables = (): Promise<unknown[]> =>
  query("SELECT tablename FROM pg_tables WHERE schemaname = 'words_next'");

describe('a rebuild', () => {
  it('finds the same rows and touches none of them', async () => {
    const runtime = await stage.runtimeOf([new CountingView()]);
    await stage.say(3, 'a');
    await stage.say(2, 'b');
    await append(stage.store, { category: 'person' });
    await runtime.catchUp('counted');
    const before = await query('SELECT xmin, * FROM words.counted ORDER BY stream');
    const report = await runtime.rebuild('counted');
    expect(report).toEqual({
      view: 'counted',
      version: 1,
      oldVersion: 1,
      events: 5,
      position: await stage.store.head(),
      hash: expect.stringMatching(/^[0-9a-f]{16}$/),
      verdict: 'equal',
      differences: [],
      parked: 0,
    });
    expect(await query('SELECT xmin, * FROM words.counted ORDER BY stream')).toEqual(before);
    expect(await unfinished()).toEqual([]);
    expect(await leftTables()).toEqual([]);
    await stage.say(1, 'a');
    await runtime.catchUp('counted');
    expect(await runtime.rebuild('counted')).not.toMatchObject({ hash: report.hash });
  });

  it('names the rows that were wrong, and puts them right', async () => {
    const runtime = await stage.runtimeOf([new CountingView()]);
    for (const id of ['a', 'b', 'c']) await stage.say(2, id);
    await runtime.catchUp('counted');
    await query("UPDATE words.counted SET events = 7 WHERE stream LIKE '%-a'");
    await query("UPDATE words.counted SET stream = 'main.agreement-z' WHERE stream LIKE '%-b'");
    const of = (id: string) => ({ stream: `main.agreement-${id}` });
    expect(await runtime.rebuild('counted')).toMatchObject({
      verdict: 'different',
      differences: [
        {
          table: 'counted',
          added: 1,
          removed: 1,
          changed: 1,
          named: [
            { key: of('a'), kind: 'changed', columns: ['events'] },
            { key: of('b'), kind: 'added', columns: [] },
            { key: of('z'), kind: 'removed', columns: [] },
          ],
        },
      ],
    });
    const right = { 'main.agreement-a': 2, 'main.agreement-b': 2, 'main.agreement-c': 2 };
    expect(await stage.counted()).toEqual(right);
    expect(await runtime.rebuild('counted')).toMatchObject({ verdict: 'equal' });
  });

  it('lets the live rows follow the log meanwhile, and has what they have in the end', async () => {
    const view = new CountingView();
    const runtime = await stage.runtimeOf([view]);
    await appendMany(stage.store, 1_500, { id: 'a' });
    await runtime.catchUp('counted');
    const seen: unknown[] = [];
    view.onApplied = async (_, schema) => {
      // The third time is under the live rows' lock.
      if (schema === 'words' || seen.length === 2) return;
      await stage.say(1, 'a');
      await stage.say(1, 'b');
      await runtime.catchUp('counted');
      seen.push(await stage.counted());
    };
    expect(await runtime.rebuild('counted')).toMatchObject({ verdict: 'equal', events: 1_504 });
    expect(seen).toEqual(
      [1, 2].map((more) => ({ 'main.agreement-a': 1_500 + more, 'main.agreement-b': more })),
    );
  });

  it('that was stopped goes on where it was', async () => {
    const view = new CountingView();
    const runtime = await stage.runtimeOf([view]);
    for (const id of ['a', 'b', 'c']) {
      for (let part = 0; part < 5; part += 1) await appendMany(stage.store, 1_000, { id });
    }
    await runtime.catchUp('counted');
    const stop = new AbortController();
    const first: number[] = [];
    const stopAt = (events: number): void => {
      first.push(events);
      stop.abort();
    };
    await expect(runtime.rebuild('counted', stopAt, stop.signal)).rejects.toThrow('aborted');
    expect(first).toEqual([5_000]);
    expect(await unfinished()).toEqual([
      { consumer: 'counted', version: 1, after_stream: 'main.agreement-a', events: 5_000 },
    ]);
    await stage.say(1, 'a');
    const progress: number[] = [];
    const report = await runtime.rebuild('counted', (events) => progress.push(events));
    expect(report).toMatchObject({ verdict: 'equal', events: 15_001 });
    expect(progress.slice(0, 2)).toEqual([10_000, 15_000]);
  });

  it('whose process died in a batch has written it once in the end', async () => {
    const view = new CountingView();
    const runtime = await stage.runtimeOf([view]);
    await stage.say(20);
    await runtime.catchUp('counted');
    let isDying = true;
    view.onApplied = async () => {
      if (!isDying) return;
      isDying = false;
      // What the database sees when a process is killed: its connections end.
      await query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
    };
    await expect(runtime.rebuild('counted')).rejects.toThrow();
    expect(await runtime.rebuild('counted')).toMatchObject({ verdict: 'equal', events: 20 });
  });

  it('begins anew when a migration has changed the table', async () => {
    const view = new CountingView();
    const runtime = await stage.runtimeOf([view]);
    await stage.say(2);
    await runtime.catchUp('counted');
    view.onApplied = () => Promise.reject(Object.assign(new Error('away'), { code: '57P01' }));
    await expect(runtime.rebuild('counted')).rejects.toThrow('away');
    view.onApplied = () => undefined;
    await query('ALTER TABLE words.counted ADD COLUMN remark text');
    expect(await runtime.rebuild('counted')).toMatchObject({ verdict: 'equal', events: 2 });
    await query('ALTER TABLE words.counted DROP COLUMN remark');
  });

  it('leaves out a stream whose event fails, and takes it up again when it does not any more', async () => {
    const view = new CountingView();
    const runtime = await stage.runtimeOf([view]);
    await stage.say(4, 'a');
    await stage.say(3, 'b');
    await runtime.catchUp('counted');
    let isPoisoned = true;
    view.onApplied = (batch: readonly RecordedEvent[]) => {
      const isPoison = ({ event }: RecordedEvent) => event.stream.endsWith('-a') && event.revision === 2;
      if (isPoisoned && batch.some(isPoison)) throw new Error('no such word');
    };
    expect(await runtime.rebuild('counted')).toMatchObject({ verdict: 'replaced', parked: 1 });
    expect(await stage.counted()).toEqual({ 'main.agreement-a': 2, 'main.agreement-b': 3 });
    expect(await runtime.parked()).toMatchObject([
      { consumer: 'counted', stream: 'main.agreement-a', revision: 2, cause: 'no such word', attempts: 1 },
    ]);
    expect(await runtime.rebuild('counted')).toMatchObject({ verdict: 'equal', parked: 1 });
    expect(await runtime.parked()).toMatchObject([{ attempts: 2 }]);
    isPoisoned = false;
    expect(await runtime.rebuild('counted')).toMatchObject({ verdict: 'replaced', parked: 0 });
    expect(await stage.counted()).toEqual({ 'main.agreement-a': 4, 'main.agreement-b': 3 });
    expect(await runtime.statusOf('counted')).toMatchObject({ parked: 0 });
  });

  it('ends a stream at what cannot be read, and goes on with the others', async () => {
    const damaged = new (class extends InMemoryEventStore {
      override async *read(...args: Parameters<InMemoryEventStore['read']>) {
        for await (const recorded of super.read(...args)) yield undamaged(recorded);
      }
      override async *readAll(...args: Parameters<InMemoryEventStore['readAll']>) {
        for await (const recorded of super.readAll(...args)) yield undamaged(recorded);
      }
      override async *readByStream(...args: Parameters<InMemoryEventStore['readByStream']>) {
        for await (const group of super.readByStream(...args)) yield group.map(undamaged);
      }
    })();
    stage.store = damaged;
    const runtime = await stage.runtimeOf([new CountingView()]);
    for (const id of ['a', 'b', 'c']) await stage.say(3, id);
    await runtime.catchUp('counted');
    const counted = { 'main.agreement-a': 3, 'main.agreement-b': 1, 'main.agreement-c': 3 };
    expect(await stage.counted()).toEqual(counted);
    expect(await runtime.rebuild('counted')).toMatchObject({ verdict: 'equal', parked: 1, events: 8 });
    expect(await stage.counted()).toEqual(counted);
  });

  it('of a store that gives only the log comes to the same', async () => {
    const store = new InMemoryEventStore();
    Object.defineProperty(store, 'readByStream', { value: undefined });
    stage.store = store;
    const runtime = await stage.runtimeOf([new CountingView()]);
    for (let turn = 0; turn < 4; turn += 1) for (const id of ['a', 'b']) await stage.say(2, id);
    await runtime.catchUp('counted');
    expect(await runtime.rebuild('counted')).toMatchObject({ verdict: 'equal', events: 16 });
  });

  it('asked for twice at once is made twice, one after the other', async () => {
    const runtimes = await Promise.all([1, 2].map(() => stage.runtimeOf([new CountingView()])));
    await stage.say(9);
    await runtimes[0]!.catchUp('counted');
    const reports = await Promise.all(runtimes.map((runtime) => runtime.rebuild('counted')));
    expect(reports.map(({ verdict }) => verdict)).toEqual(['equal', 'equal']);
  });
});

describe('rows of an older version', () => {
  it('answer until those of the newer one are complete, which are made once', async () => {
    const old = await stage.runtimeOf([new CountingView()]);
    await appendMany(stage.store, 4);
    await old.catchUp('counted');
    const views = [new Newer(), new Newer()];
    const seen: unknown[] = [];
    for (const view of views) {
      view.onApplied = async (_, schema) => {
        if (schema === 'words') return;
        await old.catchUp('counted');
        seen.push(await stage.counted());
      };
    }
    const runtimes = await Promise.all(views.map((view) => stage.runtimeOf([view])));
    const pumps = await Promise.all(runtimes.map((runtime) => stage.startPump(runtime)));
    await Promise.all(pumps.map((pump) => pump.pumpOnce('counted')));
    expect(seen).toEqual([{ 'main.agreement-1': 4 }]);
    expect(await stage.counted()).toEqual({ 'main.agreement-1': 4 });
    expect(await runtimes[0]!.statusOf('counted')).toMatchObject({ version: 2 });
    // A process that still runs the older code stands aside instead of writing rows of its kind among them.
    await stage.say(1);
    await expect(old.catchUp('counted', { mayRebuild: false })).rejects.toThrow(OtherVersion);
  });

  it('are replaced with an account of what differs', async () => {
    const old = await stage.runtimeOf([new CountingView()]);
    await stage.say(4);
    await old.catchUp('counted');
    await query('UPDATE words.counted SET events = 3');
    const runtime = await stage.runtimeOf([new Newer()]);
    expect(await runtime.rebuild('counted')).toMatchObject({
      verdict: 'replaced',
      oldVersion: 1,
      version: 2,
      differences: [{ added: 0, removed: 0, changed: 1 }],
    });
  });
});

function undamaged(recorded: RecordedEvent): RecordedEvent {
  const { stream, revision } = recorded.event;
  if (stream !== 'main.agreement-b' || revision !== 1) return recorded;
  throw new UnreadableEvent('half of it is missing', { stream, revision, position: recorded.position });
}
