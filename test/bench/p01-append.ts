import {
  interleaved,
  medianOf,
  millis,
  throughput,
  times,
  whole,
  type Bench,
  type BenchOptions,
} from './bench.js';
import { emmettAppender, ententeAppender, POOL, rawAppender, type Appender } from './contenders.js';
import { durableServer } from './server.js';
import { Lanes } from './workload.js';

const FLIGHTS = [1, 64] as const;

export const bench: Bench = {
  ids: ['P1', 'P2', 'P3'],
  title: 'append through the port',
  async run({ quick, say }: BenchOptions) {
    await using server = await durableServer();
    await using entente = await ententeAppender(await server.database('append_entente'));
    await using raw = await rawAppender(await server.database('append_raw'));
    await using emmett = await emmettAppender(await server.database('append_emmett'));
    const rows: (string | number)[][] = [];
    for (const inFlight of FLIGHTS) {
      say(`${inFlight} in flight`);
      const ms = quick ? 1_000 : 4_000;
      const results = await interleaved(
        [entente, raw, emmett].map((appender) => contender(appender, inFlight, ms)),
        3,
      );
      const of = (name: string) => medianOf(results.get(name) ?? []);
      for (const { name } of [entente, raw, emmett]) {
        const { perSecond, p50, p99, max } = of(name);
        const ratio = of(entente.name).perSecond / perSecond;
        const cells = [whole(perSecond), millis(p50), millis(p99), millis(max)];
        rows.push([inFlight, name, ...cells, name === entente.name ? '' : times(ratio)]);
      }
    }
    return {
      columns: ['in flight', 'what', 'appends/s', 'p50 ms', 'p99 ms', 'max ms', 'Entente ÷ this'],
      rows,
      notes: [
        `${server.version}, durable settings; one event of about 1 kB an append, pools of ${POOL} connections.`,
        'Targets: ÷ raw pg ≥ 2.5× at 64 (P1) and ≥ 0.9× at 1 (P2); ÷ emmett ≥ 7× at 64 and ≥ 1.7× at 1 (P3).',
        'Entente alone gives a gapless order of the whole log and recognises a repeat.',
      ],
    };
  },
};

function contender(appender: Appender, inFlight: number, ms: number) {
  return {
    name: appender.name,
    round: () => {
      const lanes = new Lanes('main');
      return throughput((writer) => appender.append(lanes.of(writer)), { inFlight, ms });
    },
  };
}
