import { openKurrentEventStore, type KurrentEventStore } from '@entente/event-store';
import { jsonEvent, KurrentDBClient } from '@kurrent/kurrentdb-client';

import { needs } from '../support/needs.js';
import { OwnKurrentDB } from '../support/own-kurrentdb.js';
import {
  compared,
  interleaved,
  median,
  RATE_COLUMNS,
  rateCells,
  ratio,
  throughput,
  whole,
  type Bench,
  type Contender,
  type Throughput,
} from './bench.js';
import { Lanes, sampleEvent, type Lane } from './workload.js';

const FLIGHTS = [1, 64] as const;
const [ENTENTE, BARE] = ['Entente', 'bare client'];
type Cells = (string | number)[];

export const bench: Bench = {
  ids: ['P14'],
  title: 'the log in KurrentDB',
  async run({ quick, rounds, say }) {
    const columns = ['what', 'in flight', 'who', 'per second', ...RATE_COLUMNS, 'Entente ÷ this'];
    const need = needs.kurrentdbToKill;
    if (need.find() === undefined) return { columns, rows: [], notes: [`Not run: ${need.enable}.`] };
    await using node = await OwnKurrentDB.start();
    await using parts = new AsyncDisposableStack();
    const store = await openKurrentEventStore(node.url, { streamPrefixes: ['main.'] });
    parts.defer(() => store.close());
    const client = KurrentDBClient.connectionString(node.url);
    parts.defer(() => client.dispose());
    const rows: Cells[] = [];
    for (const inFlight of FLIGHTS) {
      say(`${inFlight} in flight`);
      rows.push(...(await appends(store, client, inFlight, quick ? 300 : 4_000)));
    }
    say('reading all of it');
    const { events, cells } = await rebuild(store, client, rounds);
    return {
      columns,
      rows: [...rows, ...cells],
      notes: [
        'One node on this machine; one event of about 1 kB an append.',
        `Reading: ${whole(events)} events from the start of the log, each one's envelope checked by Entente alone.`,
        'Target: appends ≥ 0.9× (P14); reading is reported.',
      ],
    };
  },
};

async function appends(
  store: KurrentEventStore,
  client: KurrentDBClient,
  inFlight: number,
  ms: number,
): Promise<Cells[]> {
  const contenders = [
    contender(ENTENTE, (lane) => appendThroughPort(store, lane), inFlight, ms),
    contender(BARE, (lane) => appendBare(client, lane), inFlight, ms),
  ];
  const rates = await compared(contenders);
  return rates.map((rate, index) => ['append', inFlight, rate.name, ...rateCells(rate), ratio(rates, index)]);
}

function contender(
  name: string,
  append: (lane: Lane) => Promise<void>,
  inFlight: number,
  ms: number,
): Contender<Throughput> {
  return {
    name,
    round: () => {
      const lanes = new Lanes('main');
      return throughput((writer) => append(lanes.of(writer)), { inFlight, ms });
    },
  };
}

async function appendThroughPort(store: KurrentEventStore, lane: Lane): Promise<void> {
  const event = sampleEvent(lane.stream, lane.revision + 1);
  const { outcome } = await store.append(lane.stream, lane.revision, [event]);
  if (outcome !== 'appended') throw new Error(`the append was answered with ${outcome}`);
  lane.revision += 1;
}

async function appendBare(client: KurrentDBClient, lane: Lane): Promise<void> {
  const { type, data, ...metadata } = sampleEvent(lane.stream, lane.revision + 1);
  await client.appendToStream(lane.stream, jsonEvent({ type, data, metadata }), {
    streamState: lane.revision === -1 ? 'no_stream' : BigInt(lane.revision),
  });
  lane.revision += 1;
}

async function rebuild(
  store: KurrentEventStore,
  client: KurrentDBClient,
  rounds: number,
): Promise<{ events: number; cells: Cells[] }> {
  const events = await count(store.readAll(undefined));
  const contenders: Contender<number>[] = [
    { name: `${ENTENTE} readAll`, round: () => perSecond(() => count(store.readAll(undefined))) },
    { name: `${ENTENTE} subscribe`, round: () => perSecond(() => countFollowing(store, events)) },
    { name: `${BARE} $all subscription`, round: () => perSecond(() => countBare(client, events)) },
  ];
  const results = await interleaved(contenders, rounds);
  const rates = contenders.map(({ name }) => ({ name, perSecond: median(results.get(name) ?? []) }));
  const cells = rates.map(({ name, perSecond: rate }, index): Cells => {
    return ['read', '', name, whole(rate), '', '', '', ratio(rates, index)];
  });
  return { events, cells };
}

async function perSecond(read: () => Promise<number>): Promise<number> {
  const start = performance.now();
  const events = await read();
  return (events / (performance.now() - start)) * 1_000;
}

async function count(events: AsyncIterable<unknown>): Promise<number> {
  let number = 0;
  for await (const event of events) if (event !== undefined) number += 1;
  return number;
}

async function countFollowing(store: KurrentEventStore, wanted: number): Promise<number> {
  const stop = new AbortController();
  let number = 0;
  for await (const { event } of store.subscribe(undefined, { signal: stop.signal })) {
    if (event.revision >= 0) number += 1;
    if (number === wanted) stop.abort();
  }
  return number;
}

/** Of our own streams, told by their names as they come: what a reader without a filter does. */
async function countBare(client: KurrentDBClient, wanted: number): Promise<number> {
  const subscription = client.subscribeToAll({ fromPosition: 'start' });
  let number = 0;
  for await (const { event } of subscription) {
    if (event?.streamId.startsWith('main.')) number += 1;
    if (number === wanted) break;
  }
  return number;
}
