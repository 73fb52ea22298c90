import type { Calendar, Calendars } from '@entente/calendar';
import { SharedCommandHandler, type Facts, type Message, type ReminderDirectory } from '@entente/application';
import { NO_KEYS, type Answer, type LogPosition } from '@entente/event-sourcing';
import {
  closeEndedReminders,
  jobIdOf,
  Overdue,
  Plan,
  PlanConsumer,
  ReminderProcessor,
  reminderMigrations,
  type JobResult,
  type ReminderHint,
} from '@entente/jobs';
import { MailingReminders, notificationMigrations, Outbox } from '@entente/notification';
import {
  connectDatabase,
  ConsumerRuntime,
  platformMigrations,
  runMigrations,
  silentLog,
  type Database,
} from '@entente/platform';
import { DirectoryOfHolders, DirectoryProjection, viewsMigrations } from '@entente/views';

import { filesForTest } from '../support/files-for-test.js';
import type { TestDatabase } from '../support/postgres.js';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp.js';
import { WorldFacts } from '../views/world.js';

/** What is planted into the machinery, so that the year can be seen to find it. */
export interface Planted {
  readonly calendar?: (calendar: Calendar) => Calendar;
  /** What reminders see of the log. */
  readonly facts?: (facts: Facts) => Facts;
  readonly directory?: (directory: ReminderDirectory) => ReminderDirectory;
}

class YearFacts extends WorldFacts {
  readonly stored = filesForTest();
  override readonly files = this.stored.files;

  constructor(private readonly changed: (calendar: Calendar) => Calendar) {
    super();
  }

  override async newestCalendars(space: string, ids: readonly string[]): Promise<readonly Calendar[]> {
    return (await super.newestCalendars(space, ids)).map(this.changed);
  }

  override async calendarsNamed(
    space: string,
    names: readonly string[],
  ): Promise<(name: string) => Calendars> {
    const named = await super.calendarsNamed(space, names);
    return (name) => [named(name)].flat().map(this.changed);
  }
}

const NEVER = new AbortController().signal;

/** All that reminds people, from the plan to the mail server, on a clock that stands still until it is moved. */
export class YearOffice {
  readonly #handler: SharedCommandHandler;
  readonly #processor: ReminderProcessor;
  readonly #plan: Plan;
  /** Until when somebody's hours are waited for, by job. */
  readonly #waits = new Map<string, string>();
  /** Of refused commands, by code. */
  readonly refusals = new Map<string, number>();
  #runs = 0;
  #seen: LogPosition | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly facts: YearFacts,
    private readonly database: Database,
    private readonly runtime: ConsumerRuntime,
    readonly smtp: TestSmtpServer,
    private readonly mailer: MailingReminders,
    private readonly created: TestDatabase,
    planted: Planted,
  ) {
    this.#handler = new SharedCommandHandler(facts);
    this.#plan = new Plan(database);
    const directory = new DirectoryOfHolders(database, NO_KEYS);
    this.#processor = new ReminderProcessor({
      facts: planted.facts?.(facts) ?? facts,
      database,
      directory: planted.directory?.(directory) ?? directory,
      mailer,
    });
  }

  /** On a database that is empty. */
  static async open(created: TestDatabase, planted: Planted = {}): Promise<YearOffice> {
    const database = await connectDatabase({ url: created.connectionString });
    await runMigrations(database, [
      platformMigrations,
      viewsMigrations,
      reminderMigrations,
      notificationMigrations,
    ]);
    const facts = new YearFacts(planted.calendar ?? ((calendar) => calendar));
    const seen = planted.facts?.(facts) ?? facts;
    const smtp = await startSmtpServer();
    const mailer = new MailingReminders(new Outbox(database), {
      publicUrl: 'https://letters.example',
      from: 'no-reply@letters.example',
      smtpUrl: smtp.url,
    });
    const runtime = new ConsumerRuntime({
      database,
      store: seen.store,
      views: [new PlanConsumer(), new DirectoryProjection()],
      reactors: [closeEndedReminders(seen)],
      spaces: ['main'],
    });
    await runtime.register();
    return new YearOffice(facts, database, runtime, smtp, mailer, created, planted);
  }

  get now(): string {
    return this.facts.clock;
  }

  set now(instant: string) {
    this.facts.clock = instant;
  }

  /** Undefined when it was refused, which is counted: in an office not everything comes off. */
  async send(message: Message<{ readonly type: string }>): Promise<Answer | undefined> {
    const answer = await this.#handler.execute(message);
    if (answer.accepted) return answer;
    const key = `${message.body.type} ${answer.refusal.code}`;
    this.refusals.set(key, (this.refusals.get(key) ?? 0) + 1);
    return undefined;
  }

  /** Does what is due now, and what that makes due, until nothing is. */
  async work(): Promise<void> {
    for (let before = -1; before !== this.#runs;) {
      before = this.#runs;
      await this.#catchUp();
      const run = (hint: ReminderHint): Promise<JobResult> => this.#inTurn(() => this.#run(hint));
      await new Overdue({ plan: this.#plan, facts: this.facts, run, log: silentLog }).run(0, NEVER);
    }
  }

  /** When there is something to do again, UTC ISO text. */
  async nextDue(): Promise<string | undefined> {
    const { rows } = await this.database.pool.query<{ at: Date | null }>(
      `SELECT min(at) AS at FROM reminder.plan WHERE status = 'open' AND at > $1`,
      [this.now],
    );
    const ahead = [rows[0]?.at?.toISOString(), ...this.#waits.values()];
    return ahead.filter((at) => at !== undefined && at > this.now).sort()[0];
  }

  /** Somebody did something: who waited is looked at anew. */
  changed(): void {
    this.#waits.clear();
  }

  async close(): Promise<void> {
    this.mailer.close();
    await this.smtp.close();
    await this.database.close();
    await this.created.drop();
    this.facts.stored.remove();
  }

  /** Until nobody has anything more to say to the log. */
  async #catchUp(): Promise<void> {
    const { runtime } = this;
    for (
      let head = await this.facts.store.head();
      head !== this.#seen;
      head = await this.facts.store.head()
    ) {
      for (const name of [...runtime.names, ...runtime.reactorNames]) await runtime.catchUp(name);
      this.#seen = head;
    }
  }

  /** One after the other, in the order of the plan: the model knows of no other. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #run(hint: ReminderHint): Promise<JobResult> {
    const id = jobIdOf(hint);
    if ((this.#waits.get(id) ?? '') > this.now) return 'done';
    // The attempts of a job that is refused lie minutes apart; here they are one moment.
    const result = await this.#processor.run(hint, false).catch(() => this.#processor.run(hint, true));
    this.#runs += 1;
    const isNew = !this.#waits.has(id);
    // One that is due now may make another needless that waits for hours.
    if (isNew)
      for (const other of this.#waits.keys())
        if (other.startsWith(hint.agreementId)) this.#waits.set(other, this.now);
    if (result === 'done') this.#waits.delete(id);
    else this.#waits.set(id, new Date(Date.parse(this.now) + result.againInMs).toISOString());
    return result;
  }
}
