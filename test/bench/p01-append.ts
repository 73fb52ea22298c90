import {
  compared,
  RATE_COLUMNS,
  rateCells,
  ratio,
  throughput,
  type Bench,
  type BenchOptions,
  type Contender,
  type Table,
  type Throughput,
} from './bench.js';
import { emmettAppender, ententeAppender, POOL, rawAppender, type Appender } from './contenders.js';
import { durableServer } from './server.js';
import { Lanes } from './workload.js';

export const bench: Bench = {
  ids: ['P1', 'P2', 'P3'],
  title: 'append through the port',
  async run({ quick, say }: BenchOptions) {
    await using server = await durableServer();
    await using entente = await ententeAppender(await server.database('append_entente'));
    await using raw = await rawAppender(await server.database('append_raw'));
    await using emmett = await emmettAppender(await server.database('append_emmett'));
    const contenders = [entente, raw, emmett];
    const flights: Flight[] = [];
    for (const inFlight of [1, 64]) {
      say(`${inFlight} in flight`);
      const ms = quick ? 250 : 4_000;
      const prepared = contenders.map((appender) => appending(appender, inFlight, ms));
      flights.push({ inFlight, rates: await compared(prepared) });
    }
    return {
      ...comparison(flights),
      notes: [
        `${server.version}, durable settings; one event of about 1 kB an append, pools of ${POOL} connections.`,
        'Targets: ÷ raw pg ≥ 2.5× at 64 (P1) and ≥ 0.9× at 1 (P2); ÷ emmett ≥ 7× at 64 and ≥ 1.7× at 1 (P3).',
        'Entente alone gives a gapless order of the whole log and recognises a repeat.',
      ],
    };
  },
};

interface Flight {
  readonly inFlight: number;
  /** The first one is compared with the others. */
  readonly rates: readonly (Throughput & { readonly name: string })[];
}

export function appending(appender: Appender, inFlight: number, ms: number): Contender<Throughput> {
  return {
    name: appender.name,
    round: () => {
      const lanes = new Lanes('main');
      return throughput((writer) => appender.append(lanes.of(writer)), { inFlight, ms });
    },
  };
}

export function comparison(flights: readonly Flight[]): Pick<Table, 'columns' | 'rows'> {
  const columns = ['in flight', 'what', 'appends/s', ...RATE_COLUMNS, 'Entente ÷ this'];
  const rows = flights.flatMap(({ inFlight, rates }) =>
    rates.map((rate, index) => [inFlight, rate.name, ...rateCells(rate), ratio(rates, index)]),
  );
  return { columns, rows };
}
