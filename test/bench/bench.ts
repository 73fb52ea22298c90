export interface BenchOptions {
  /** Small enough that all tables together take less than two minutes. */
  readonly quick: boolean;
  /** How many are counted where each needs processes of its own, which costs more than what is measured. */
  readonly rounds: number;
  /** Progress, for whoever waits. */
  readonly say: (line: string) => void;
}

/** One table of the report, as Markdown prints it. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** What the reader must know: load, versions, where we lose and why. */
  readonly notes?: readonly string[];
}

export interface Bench {
  /** The figures it is for, e.g. `['P1', 'P2']`. */
  readonly ids: readonly string[];
  readonly title: string;
  run(options: BenchOptions): Promise<Table>;
}

/** One way of doing the measured work, prepared; answers its measurement of one round. */
export interface Contender<Measurement> {
  readonly name: string;
  round(): Promise<Measurement>;
}

/**
 * Every contender's measurements, round by round in turn, so that what the machine does meanwhile meets them all.
 * The first round warms up and is not counted; contenders that begin a process for every round warm up by themselves.
 */
export async function interleaved<Measurement>(
  contenders: readonly Contender<Measurement>[],
  rounds: number,
  { warmUp = true }: { readonly warmUp?: boolean } = {},
): Promise<Map<string, Measurement[]>> {
  const results = new Map<string, Measurement[]>(contenders.map(({ name }) => [name, []]));
  for (let round = warmUp ? 0 : 1; round <= rounds; round += 1) {
    for (const contender of contenders) {
      const measurement = await contender.round();
      if (round > 0) results.get(contender.name)?.push(measurement);
    }
  }
  return results;
}

export interface Throughput {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Repeats `work` for `ms` milliseconds in `inFlight` lanes; `work` gets its lane's number, and one at a time of each. */
export async function throughput(
  work: (lane: number) => Promise<unknown>,
  { inFlight, ms }: { readonly inFlight: number; readonly ms: number },
): Promise<Throughput> {
  const latencies: number[] = [];
  const start = performance.now();
  const repeat = async (lane: number): Promise<void> => {
    while (performance.now() - start < ms) {
      const begun = performance.now();
      await work(lane);
      latencies.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, lane) => repeat(lane)));
  const seconds = (performance.now() - start) / 1000;
  return { perSecond: latencies.length / seconds, ...spread(latencies) };
}

export function spread(latencies: readonly number[]): Omit<Throughput, 'perSecond'> {
  const sorted = latencies.toSorted((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** The medians of several rounds, member by member. */
export function medianOf(rounds: readonly Throughput[]): Throughput {
  const of = (member: keyof Throughput): number => median(rounds.map((round) => round[member]));
  return { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99'), max: of('max') };
}

/** The rounds of each contender in turn, and the medians of each. */
export async function compared(
  contenders: readonly Contender<Throughput>[],
  rounds = 3,
): Promise<(Throughput & { readonly name: string })[]> {
  const results = await interleaved(contenders, rounds);
  return contenders.map(({ name }) => ({ name, ...medianOf(results.get(name) ?? []) }));
}

/** After the column of the rate itself. */
export const RATE_COLUMNS = ['p50 ms', 'p99 ms', 'max ms'] as const;

export function rateCells({ perSecond, p50, p99, max }: Throughput): string[] {
  return [whole(perSecond), millis(p50), millis(p99), millis(max)];
}

/** The first one's rate ÷ this one's. */
export function ratio(rates: readonly Pick<Throughput, 'perSecond'>[], index: number): string {
  const [ours, one] = [rates[0], rates[index]];
  return index === 0 || !ours || !one ? '' : times(ours.perSecond / one.perSecond);
}

export const whole = (number: number): string => Math.round(number).toLocaleString('en');
export const times = (ratio: number): string => `${ratio.toFixed(2)}×`;
export const millis = (ms: number): string => (ms < 10 ? ms.toFixed(2) : ms.toFixed(0));
