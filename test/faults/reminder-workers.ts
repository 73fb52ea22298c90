import { silentLog, SpaceClocks } from '@entente/platform';
import { setTimeout as sleep } from 'node:timers/promises';

import { createWorldOn, remindersOf, type World } from '../jobs/support/world.js';
import { OwnPostgres } from '../support/own-postgres.js';
import { mustHold } from './fault.js';
import { letterWith, type Letter } from './reminder-letters.js';
import { RemindingProcess } from './reminding-process.js';

/** The one space whose clock may be moved: there it is a moment before nine o'clock of this day. */
export const SPACE = 'demo';
const DUE_AT = '2026-03-09T01:00:00.000Z';
const DUE = { localDate: '2026-03-09', zone: 'Asia/Shanghai', workingDaysBefore: [], onTheDay: true };

const HEARD_OF_MS = 1_000;

export interface Arrival {
  readonly to: string;
  readonly messageId: string;
  /** By how much it came after its time, on the database's clock. */
  readonly lateMs: number;
}

/** A database with letters, a mail server that counts, and workers in processes of their own. */
export class ReminderWorkers implements AsyncDisposable {
  readonly arrivals: Arrival[] = [];
  readonly #workers: RemindingProcess[] = [];
  /** Called when a mail was taken and before its sender hears of it. */
  taken: () => void = () => undefined;

  private constructor(
    private readonly server: OwnPostgres,
    readonly world: World,
    private readonly clocks: SpaceClocks,
    private readonly env: Readonly<Record<string, string>>,
  ) {
    world.smtp.whenTaken(({ to, headers }) => {
      const lateMs = Date.parse(clocks.now(SPACE)) - Date.parse(DUE_AT);
      this.arrivals.push({ to: to.join(), messageId: headers.get('message-id') ?? '', lateMs });
      this.taken();
    });
  }

  static async open(
    redisUrl?: string,
    more: Readonly<Record<string, string>> = {},
  ): Promise<ReminderWorkers> {
    const server = await OwnPostgres.start();
    const url = await server.createDatabase('entente');
    const world = await createWorldOn({ connectionString: url, drop: () => Promise.resolve() });
    const clocks = await SpaceClocks.start(world.database, { log: silentLog });
    const env = {
      DATABASE_URL: url,
      SMTP_URL: world.smtp.url,
      ...more,
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    };
    return new ReminderWorkers(server, world, clocks, env);
  }

  async worker(skewMs = 0): Promise<RemindingProcess> {
    const worker = await RemindingProcess.start(this.env, skewMs);
    this.#workers.push(worker);
    return worker;
  }

  /** Loaded, and idle until it is told to begin. */
  async idleWorker(): Promise<RemindingProcess> {
    const worker = await RemindingProcess.start({ ...this.env, IDLE: 'yes' });
    this.#workers.push(worker);
    return worker;
  }

  /** Letters of which each has one reminder, due at the same moment. */
  async letters(count: number, deadline: Partial<typeof DUE> = {}): Promise<Letter[]> {
    const letters: Letter[] = [];
    for (let made = 0; made < count; made += 1)
      letters.push(await letterWith(this.world, [{ ...DUE, ...deadline }], SPACE));
    return letters;
  }

  /** Moves the clock of the space to so long before they are due, and lets every worker hear of it. */
  async dueIn(ms: number): Promise<void> {
    await this.clocks.setDemoClock(new Date(Date.parse(DUE_AT) - ms - HEARD_OF_MS).toISOString());
    await sleep(HEARD_OF_MS);
  }

  /** Waits until one record of each stands in the log; throws when there is another number of them in the end. */
  async recordedOnce(letters: readonly Letter[], patienceMs: number): Promise<void> {
    await this.recorded(letters, patienceMs);
    // What would come twice comes now.
    await sleep(2_000);
    for (const letter of letters) {
      const times = await this.#sent(letter);
      mustHold(times === 1, `that ${letter.agreementId} was reminded of is recorded ${times} times`);
    }
  }

  /** Waits until at least that. */
  async recorded(letters: readonly Letter[], patienceMs: number): Promise<void> {
    const end = performance.now() + patienceMs;
    for (const letter of letters) {
      while ((await this.#sent(letter)) === 0) {
        mustHold(performance.now() < end, `${letter.agreementId} was not reminded of in ${patienceMs} ms`);
        await sleep(50);
      }
    }
  }

  mailsTo({ address }: Letter): readonly Arrival[] {
    return this.arrivals.filter(({ to }) => to === address);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const worker of this.#workers) await worker.kill();
    this.clocks.stop();
    await this.world.close();
    await this.server[Symbol.asyncDispose]();
  }

  async #sent({ agreementId }: Letter): Promise<number> {
    const reminders = await remindersOf(this.world, agreementId, SPACE);
    return reminders.filter(({ type }) => type === 'ReminderSent').length;
  }
}
