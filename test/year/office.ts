import {
  OpenedLinks,
  recordBounce,
  SharedCommandHandler,
  type LinkFault,
  type Message,
  type OpenedLink,
} from '@entente/application';
import { NO_KEYS, parseStreamName, type Answer, type LogPosition } from '@entente/event-sourcing';
import { SignedAnswerLinks } from '@entente/identity';
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

import type { TestDatabase } from '../support/postgres.js';
import { startSmtpServer, type ReceivedMail, type TestSmtpServer } from '../support/smtp.js';
import { YearFacts, type Planted } from './year-facts.js';

export interface Arrived {
  readonly mail: ReceivedMail;
  readonly at: string;
}

const NEVER = new AbortController().signal;
const PUBLIC_URL = 'https://letters.example';
const FOR_REMINDERS = ['agreement', 'reminders'];

/** All that reminds people, from the plan to the mail server, on a clock that stands still until it is moved. */
export class YearOffice {
  readonly #handler: SharedCommandHandler;
  readonly #processor: ReminderProcessor;
  readonly #plan: Plan;
  readonly #outbox: Outbox;
  readonly #links: OpenedLinks;
  /** Until when somebody's hours are waited for, by job. */
  readonly #waits = new Map<string, string>();
  /** Of refused commands, by code. */
  readonly refusals = new Map<string, number>();
  /** What people found in their mail, and when. */
  readonly arrived: Arrived[] = [];
  #runs = 0;
  #seen: LogPosition | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly facts: YearFacts,
    private readonly database: Database,
    private readonly runtime: ConsumerRuntime,
    /** Who follows the log, and which of it. */
    private readonly readers: readonly { readonly name: string; readonly wanted: readonly string[] }[],
    readonly smtp: TestSmtpServer,
    private readonly mailer: MailingReminders,
    private readonly created: TestDatabase,
    planted: Planted,
  ) {
    this.#handler = new SharedCommandHandler(facts);
    this.#plan = new Plan(database);
    smtp.whenTaken((mail) => this.arrived.push({ mail, at: this.now }));
    this.#outbox = new Outbox(database);
    const links = new SignedAnswerLinks(Buffer.alloc(32, 7), PUBLIC_URL);
    const directory = new DirectoryOfHolders(database, NO_KEYS);
    this.#links = new OpenedLinks(facts, directory, links);
    this.#processor = new ReminderProcessor({
      facts: planted.facts?.(facts) ?? facts,
      database,
      directory: planted.directory?.(directory) ?? directory,
      mailer,
      links,
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
      publicUrl: PUBLIC_URL,
      from: 'no-reply@letters.example',
      smtpUrl: smtp.url,
    });
    const views = [new PlanConsumer(), new DirectoryProjection()];
    const reactors = [closeEndedReminders(seen)];
    const runtime = new ConsumerRuntime({ database, store: seen.store, views, reactors, spaces: ['main'] });
    await runtime.register();
    const readers = [...views, ...reactors].map(({ name, categories }) => ({ name, wanted: categories }));
    return new YearOffice(facts, database, runtime, readers, smtp, mailer, created, planted);
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
      // Twice, as it is every few seconds: the second time finds whom the first found to be responsible by now.
      for (let time = 0; time < 2; time += 1) await this.#processor.early.run(NEVER);
      await this.#catchUp();
      const run = (hint: ReminderHint): Promise<JobResult> => this.#inTurn(() => this.#run(hint));
      await new Overdue({ plan: this.#plan, facts: this.facts, run, log: silentLog }).run(0, NEVER);
    }
  }

  /** When there is something to do again, UTC ISO text: also when reminders are assigned, a day ahead. */
  async nextDue(): Promise<string | undefined> {
    const { rows } = await this.database.pool.query<{ at: Date | null }>(
      `SELECT least(
         (SELECT min(at) FROM reminder.plan WHERE status = 'open' AND at > $1),
         (SELECT min(at) - interval '26 hours' FROM reminder.plan
          WHERE status = 'open' AND at > $1::timestamptz + interval '26 hours' AND step <> 'elapse' AND step NOT LIKE 'escalate-%'),
         (SELECT min(next_at) FROM reminder.deliveries WHERE state IN ('assigned', 'sending') AND next_at > $1)) AS at`,
      [this.now],
    );
    const ahead = [rows[0]?.at?.toISOString(), ...this.#waits.values()];
    return ahead.filter((at) => at !== undefined && at > this.now).sort()[0];
  }

  /** What whoever follows a link out of a message finds. */
  open(token: string): Promise<OpenedLink | LinkFault> {
    return this.#links.open(token);
  }

  /** A message comes back: nobody has such an address. */
  async comesBack(messageId: string): Promise<void> {
    for (const { space, personId, agreementIds, queuedAt: sentAt } of await this.#outbox.sentAs(messageId))
      await recordBounce(this.facts, { space, personId, agreementIds, messageId, status: '5.1.1', sentAt });
  }

  async close(): Promise<void> {
    this.mailer.close();
    await this.smtp.close();
    await this.database.close();
    await this.created.drop();
    this.facts.stored.remove();
  }

  /** Until nobody has anything more to say to the log. Whoever waited and may be concerned is looked at anew. */
  async #catchUp(): Promise<void> {
    const { runtime } = this;
    for (
      let head = await this.facts.store.head();
      head !== this.#seen;
      head = await this.facts.store.head()
    ) {
      const categories = new Set<string>();
      for await (const { event } of this.facts.store.readAll(this.#seen)) {
        const { category, id } = parseStreamName(event.stream);
        categories.add(category);
        const isConcerned = (job: string): boolean => !FOR_REMINDERS.includes(category) || job.startsWith(id);
        for (const job of this.#waits.keys()) if (isConcerned(job)) this.#waits.delete(job);
      }
      this.#seen = head;
      for (const { name, wanted } of this.readers)
        if (wanted.some((category) => categories.has(category))) await runtime.catchUp(name);
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
