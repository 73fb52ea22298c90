import { randomUUID } from 'node:crypto';

import { agreementDecider, type Agreement, type AgreementFact } from '@entente/agreement';
import {
  KnownStreams,
  readFolded,
  readOn,
  stateOf,
  streamName,
  type EventEnvelope,
  type Stamped,
} from '@entente/event-sourcing';
import pg from 'pg';

import {
  compared,
  RATE_COLUMNS,
  rateCells,
  ratio,
  throughput,
  type Bench,
  type Contender,
  type Throughput,
} from './bench.js';
import { emmettStore, ententeAppender } from './contenders.js';
import { longAgreement } from './long-agreement.js';
import { durableServer } from './server.js';

const EVENTS = 1_000;
const STREAMS = 20;
const FEWER_STREAMS = 4;
const EVENTS_PER_APPEND = 200;

type Stored = Stamped<AgreementFact>;

export const bench: Bench = {
  ids: ['P5'],
  title: `load and fold an agreement of ${EVENTS.toLocaleString('en')} events`,
  async run({ quick, say }) {
    await using server = await durableServer();
    const length = quick ? FEWER_STREAMS : STREAMS;
    say(`${length} agreements of ${EVENTS} events each`);
    const histories = Array.from({ length }, () =>
      longAgreement(streamName('main', 'agreement', randomUUID()), EVENTS),
    );
    await using cleanup = new AsyncDisposableStack();
    const entente = cleanup.use(await ententeAppender(await server.database('fold_entente')));
    const pool = new pg.Pool({ connectionString: await server.database('fold_raw') });
    const raw = cleanup.adopt(pool, (opened) => opened.end());
    const emmett = cleanup.adopt(await emmettStore(await server.database('fold_emmett')), (store) =>
      store.close(),
    );
    await raw.query(RAW_TABLE);
    for (const some of histories.flatMap(appendsOf)) {
      const { stream, revision } = some[0] ?? { stream: '', revision: 0 };
      await entente.store.append(stream, revision - 1, some);
      await raw.query(RAW_INSERT, rawColumns(stream, some));
      const plain = some.map(({ type, data, ...metadata }) => ({ type, data, metadata }));
      const expectedStreamVersion = revision === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(revision);
      await emmett.appendToStream(stream, plain, { expectedStreamVersion });
    }
    for (const name of ['fold_entente', 'fold_raw', 'fold_emmett'])
      await vacuum(server.connectionString, name);
    const memory = new KnownStreams();
    const streams = histories.map(([first]) => first?.stream ?? '');
    const loads: Readonly<Record<string, (stream: string) => Promise<unknown>>> = {
      Entente: async (stream) => (await readFolded(entente.store, stream, agreementDecider)).state,
      'Entente, remembered and read on': async (stream) => {
        const known = memory.recall<Agreement>(stream);
        const read = known
          ? await readOn(entente.store, stream, agreementDecider, known)
          : await readFolded(entente.store, stream, agreementDecider);
        memory.remember(stream, read);
        return read.state;
      },
      'raw SELECT type, data + fold': async (stream) => {
        const { rows } = await raw.query<Pick<AgreementFact, 'type' | 'data'>>({
          name: 'load',
          text: RAW_SELECT,
          values: [stream],
        });
        return stateOf(agreementDecider, rows.map(stamped));
      },
      'emmett-postgresql 0.42.0 aggregateStream': async (stream) => {
        let revision = -1;
        const { state } = await emmett.aggregateStream<Agreement>(stream, {
          evolve: (before, event: Pick<AgreementFact, 'type' | 'data'>) =>
            agreementDecider.evolve(before, stamped(event, (revision += 1))),
          initialState: () => agreementDecider.initial,
        });
        return state;
      },
    };
    const ms = quick ? 300 : 4_000;
    const contenders = Object.entries(loads).map(([name, load]): Contender<Throughput> => {
      let turn = 0;
      const next = (): Promise<unknown> => load(streams[(turn += 1) % streams.length] ?? '');
      return { name, round: () => throughput(next, { inFlight: 1, ms }) };
    });
    const rates = await compared(contenders);
    return {
      columns: ['what', 'agreements/s', ...RATE_COLUMNS, 'Entente ÷ this'],
      rows: rates.map((rate, index) => [rate.name, ...rateCells(rate), ratio(rates, index)]),
      notes: [
        `${server.version}; one at a time; all fold with the same evolve.`,
        'Targets: ÷ raw ≥ 0.9×, ÷ emmett ≥ 2.8×. Entente alone reads whole envelopes, which here are twice the data, and checks their shape and version.',
      ],
    };
  },
};

const RAW_TABLE = `
  CREATE TABLE raw_event (
    stream text COLLATE "C" NOT NULL, revision bigint NOT NULL, type text NOT NULL, data json NOT NULL,
    PRIMARY KEY (stream, revision)
  )`;
const RAW_INSERT = `
  INSERT INTO raw_event SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::json[])`;
const RAW_SELECT = 'SELECT type, data FROM raw_event WHERE stream = $1 ORDER BY revision';

function appendsOf(events: readonly EventEnvelope[]): EventEnvelope[][] {
  const count = Math.ceil(events.length / EVENTS_PER_APPEND);
  return Array.from({ length: count }, (_, n) =>
    events.slice(n * EVENTS_PER_APPEND, (n + 1) * EVENTS_PER_APPEND),
  );
}

function rawColumns(stream: string, events: readonly EventEnvelope[]): unknown[] {
  return [
    stream,
    events.map(({ revision }) => revision),
    events.map(({ type }) => type),
    events.map(({ data }) => JSON.stringify(data)),
  ];
}

/** What the floor does not read, but the fold looks at. */
function stamped(fact: Pick<AgreementFact, 'type' | 'data'>, revision: number): Stored {
  const stamp = {
    revision,
    recordedAt: '2026-03-02T01:00:00.000Z',
    actor: 'person',
    commandId: `c${revision}`,
  };
  return { ...fact, ...stamp } as Stored;
}

async function vacuum(connectionString: string, database: string): Promise<void> {
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query('VACUUM ANALYZE');
  await client.end();
}
