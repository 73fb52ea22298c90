import { RATE_COLUMNS, rateCells, spread, times, whole, type Bench, type BenchOptions } from './bench.js';
import { ententeAppender } from './contenders.js';
import { durableServer } from './server.js';
import { Lanes } from './workload.js';

const IN_FLIGHT = 64;
const TENTHS = 10;

export const bench: Bench = {
  ids: ['decay'],
  title: 'append rate while the log grows',
  async run({ quick, say }: BenchOptions) {
    const total = quick ? 10_000 : 1_000_000;
    await using server = await durableServer();
    await using entente = await ententeAppender(await server.database('decay'));
    const lanes = new Lanes('main');
    const rows: (string | number)[][] = [];
    const rates: number[] = [];
    for (let tenth = 1; tenth <= TENTHS; tenth += 1) {
      let left = total / TENTHS;
      const latencies: number[] = [];
      const write = async (writer: number): Promise<void> => {
        while (left > 0) {
          left -= 1;
          const begun = performance.now();
          await entente.append(lanes.of(writer));
          latencies.push(performance.now() - begun);
        }
      };
      const start = performance.now();
      await Promise.all(Array.from({ length: IN_FLIGHT }, (_, writer) => write(writer)));
      rates.push(latencies.length / ((performance.now() - start) / 1000));
      const rate = rates.at(-1) ?? NaN;
      rows.push([whole((total / TENTHS) * tenth), ...rateCells({ perSecond: rate, ...spread(latencies) })]);
      say(`${whole((total / TENTHS) * tenth)} events, ${whole(rate)}/s`);
    }
    const ratio = (rates.at(-1) ?? NaN) / (rates[0] ?? NaN);
    return {
      columns: ['events stored', 'appends/s', ...RATE_COLUMNS],
      rows,
      notes: [
        `${server.version}, durable settings, ${IN_FLIGHT} in flight, one event an append.`,
        `Last tenth ÷ first tenth: ${times(ratio)}. Target: within 10 %.`,
      ],
    };
  },
};
