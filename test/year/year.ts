import type { TestDatabase } from '../support/postgres.js';
import { SeededRandom } from '../faults/seeded-random.js';
import { actualLines, factsOf } from './actual.js';
import { mailServers, readers } from './answering.js';
import { Cast } from './cast.js';
import { letterLife, YearLetter } from './letters.js';
import { contactsOf, firstDesk, headsOf, inDays, nextPace, type Life } from './lives.js';
import { expectedLines, type Outage } from './naive-year.js';
import { YearOffice } from './office.js';
import { wishesFor, wishesOf } from './wishes.js';
import type { Planted } from './year-facts.js';

export interface YearOptions {
  /** An empty one. */
  readonly database: TestDatabase;
  readonly from: string;
  readonly until: string;
  readonly agreements: number;
  readonly houses: number;
  /** Days within which the letters are proposed. */
  readonly proposedWithin: number;
  readonly outages: readonly (Outage & {
    /** Nobody can enter anything either. */
    readonly isTotal?: true;
  })[];
  /** When China's list of 2027 is published, and every due date that differs is counted anew. */
  readonly listPublishedAt?: string;
  /** Of how many people one has an address that all mail comes back from. */
  readonly unreachable?: number;
  readonly seed?: number;
  readonly planted?: Planted;
  readonly say?: (line: string) => void;
}

export interface YearFound {
  readonly lines: readonly string[];
  /** Lines that should be and are not, with a minus; that are and should not be, with a plus. */
  readonly differences: readonly string[];
  readonly refusals: ReadonlyMap<string, number>;
}

const DEFINITIONS = [
  'letter-of-intent@1',
  'letter-abroad@1',
  'letter-of-intent@1',
  'memorandum@1',
  'framework@1',
];
const DESKS = 2;

/** A year of an office with all its people, on the real machinery; and what an independent model says of it. */
export async function playYear(options: YearOptions): Promise<YearFound> {
  const office = await YearOffice.open(options.database, options.planted);
  try {
    office.now = options.from;
    const cast = new Cast(office, new SeededRandom(options.seed ?? 2027), options.unreachable);
    office.smtp.refuse(cast.refused);
    await cast.settle(options.houses, DESKS);
    await new Play(office, options).run(livesOf(cast, options));
    const facts = await factsOf(office.facts.store);
    const { outages, until } = options;
    const { refused, returned } = cast;
    const expected = expectedLines({ facts, outages, refused, returned, until });
    const actual = actualLines(facts, office.smtp.received);
    return { lines: actual, differences: differencesOf(expected, actual), refusals: office.refusals };
  } finally {
    await office.close();
  }
}

function livesOf(cast: Cast, options: YearOptions): readonly Life[] {
  const { agreements, houses } = options;
  const letters = Array.from({ length: agreements }, (_, number) => {
    const [one, other] = [
      cast.houses[number % houses],
      cast.houses[(number + 1 + (number % (houses - 1))) % houses],
    ];
    if (!one || !other) throw new Error('there are too few houses');
    const letter = new YearLetter(cast, cast.id(`letter ${number}`), one, other);
    const definition = DEFINITIONS[number % DEFINITIONS.length] ?? '';
    const life = letterLife(cast, letter, definition, cast.desks[number % DESKS] ?? '');
    return { letter, life: begunWithin(cast, options.proposedWithin, life) };
  });
  const posts = cast.houses.flatMap((house, number) => [
    headsOf(cast, house, 200),
    ...(number % 2 === 0 ? [contactsOf(cast, house, 150)] : []),
    ...(number % 3 !== 0 ? [wishesOf(cast, house, 60)] : []),
  ]);
  const list = options.listPublishedAt;
  return [
    ...letters.map(({ life }) => life),
    ...letters.filter((_, number) => number % 2 === 1).map(({ letter }) => wishesFor(cast, letter)),
    ...posts,
    readers(cast),
    mailServers(cast),
    firstDesk(cast, 30),
    ...(list === undefined
      ? []
      : [
          newList(
            cast,
            list,
            letters.map(({ letter }) => letter),
          ),
        ]),
  ];
}

async function* begunWithin(cast: Cast, days: number, life: Life): Life {
  yield inDays(cast.office.now, 1 + cast.random.below(days), cast.random);
  yield* life;
}

/** The notice for the coming year; the week after, what it changes is applied letter by letter. */
async function* newList(cast: Cast, at: string, letters: readonly YearLetter[]): Life {
  yield at;
  await cast.publish('cn', 2);
  yield inDays(cast.office.now, 3, cast.random);
  for (const letter of letters)
    await letter.coordinator({ type: 'RecountDeadlines', reason: 'The notice is out.' });
}

interface Turn {
  at: string;
  readonly life: Life;
}

/** Goes from one moment at which something happens to the next. */
class Play {
  #acts = 0;

  constructor(
    private readonly office: YearOffice,
    private readonly options: YearOptions,
  ) {}

  async run(lives: readonly Life[]): Promise<void> {
    const { office, options } = this;
    const turns: Turn[] = [];
    for (const life of lives) await this.#goOn({ at: options.from, life }, turns);
    const ends = options.outages.map(({ to }) => to);
    for (;;) {
      turns.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
      const due = await office.nextDue();
      const next = [turns[0]?.at, due, ...ends.filter((at) => at > office.now)]
        .filter((at) => at !== undefined)
        .sort()[0];
      if (next === undefined || next > options.until) return;
      const outage = options.outages.find(({ from, to }) => from <= next && next < to);
      const turn = turns[0]?.at === next ? turns.shift() : undefined;
      if (outage) await this.#meanwhile(outage, turn, turns);
      else await this.#at(next, turn, turns);
    }
  }

  async #at(next: string, turn: Turn | undefined, turns: Turn[]): Promise<void> {
    this.office.now = next;
    if (turn) await this.#goOn(turn, turns);
    await this.office.work();
  }

  /** Nobody is reminded; people go on, unless they cannot enter anything either: they do so afterwards. */
  async #meanwhile(
    { to, isTotal }: YearOptions['outages'][number],
    turn: Turn | undefined,
    turns: Turn[],
  ): Promise<void> {
    if (turn && isTotal === undefined) {
      this.office.now = turn.at;
      await this.#goOn(turn, turns);
      return;
    }
    // Nothing else can happen before somebody does something, or it is over.
    if (turn) {
      let at = nextPace(to);
      while (turns.some((other) => other.at === at)) at = nextPace(at);
      turns.push({ ...turn, at });
    }
    const first = turns.map(({ at }) => at).sort()[0];
    if (isTotal !== undefined || first === undefined || first >= to) await this.#at(to, undefined, turns);
    else this.office.now = first;
  }

  /** Each at a moment of its own, for the model tells moments apart and no more. */
  async #goOn(turn: Turn, turns: Turn[]): Promise<void> {
    const { done, value } = await turn.life.next();
    this.#acts += 1;
    if (done === true) return;
    let at = value > this.office.now ? value : nextPace(this.office.now);
    while (turns.some((other) => other.at === at)) at = nextPace(at);
    turns.push({ at, life: turn.life });
    if (this.#acts % 500 === 0) this.options.say?.(`${this.#acts} acts, ${this.office.now.slice(0, 10)}`);
  }
}

function differencesOf(expected: readonly string[], actual: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of actual) left.set(line, (left.get(line) ?? 0) + 1);
  const missing = expected.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
  const surplus = [...left].flatMap(([line, count]) => (count > 0 ? [`+ ${line}`] : []));
  return [...missing.map((line) => `- ${line}`), ...surplus].sort((one, other) =>
    one.slice(2) < other.slice(2) ? -1 : 1,
  );
}
