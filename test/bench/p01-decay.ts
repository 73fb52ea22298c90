import {
  compared,
  RATE_COLUMNS,
  rateCells,
  ratio,
  spread,
  times,
  whole,
  type Bench,
  type BenchOptions,
  type Contender,
  type Throughput,
} from './bench.js';
import { ententeAppender, type Appender } from './contenders.js';
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
    await using grown = await ententeAppender(await server.database('grown'));
    const lanes = new Lanes('main');
    const rows: (string | number)[][] = [];
    const rates: number[] = [];
    for (let tenth = 1; tenth <= TENTHS; tenth += 1) {
      const rate = await appended(grown, lanes, total / TENTHS);
      rates.push(rate.perSecond);
      rows.push(['one after the other', whole((total / TENTHS) * tenth), ...rateCells(rate), '']);
      say(`${whole((total / TENTHS) * tenth)} events, ${whole(rate.perSecond)}/s`);
    }
    say('the grown log and an empty one in turns');
    await using empty = await ententeAppender(await server.database('empty'));
    const turn = total / 50;
    const inTurns = await compared([
      inTurn('grown', grown, lanes, turn),
      inTurn('empty', empty, new Lanes('main'), turn),
    ]);
    for (const [index, rate] of inTurns.entries()) {
      const stored = rate.name === 'empty' ? 0 : total;
      rows.push(['in turns', `from ${whole(stored)}`, ...rateCells(rate), ratio(inTurns, index)]);
    }
    const sequence = (rates.at(-1) ?? NaN) / (rates[0] ?? NaN);
    return {
      columns: ['how', 'events stored', 'appends/s', ...RATE_COLUMNS, 'grown ÷ empty'],
      rows,
      notes: [
        `${server.version}, durable settings, ${IN_FLIGHT} in flight, one event an append.`,
        `In turns: ${whole(turn)} appends to each log a round, on one server, so that what disk and neighbours do meets both. Target: within 10 %.`,
        `One after the other, last tenth ÷ first: ${times(sequence)}; it holds what the machine did in those minutes as well.`,
      ],
    };
  },
};

function inTurn(name: string, to: Appender, lanes: Lanes, count: number): Contender<Throughput> {
  return { name, round: () => appended(to, lanes, count) };
}

async function appended(to: Appender, lanes: Lanes, count: number): Promise<Throughput> {
  let left = count;
  const latencies: number[] = [];
  const write = async (writer: number): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const begun = performance.now();
      await to.append(lanes.of(writer));
      latencies.push(performance.now() - begun);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: IN_FLIGHT }, (_, writer) => write(writer)));
  return { perSecond: latencies.length / ((performance.now() - start) / 1000), ...spread(latencies) };
}
