import { openQueues, ProjectionJobs, ReminderJobs, type Queues } from '@entente/jobs';
import { MailingReminders, Outbox, ReturnMailbox } from '@entente/notification';
import {
  ConsumerPump,
  type Configuration,
  type ConsumerRuntime,
  type Database,
  type Log,
  type SpaceClocks,
} from '@entente/platform';
import type { EventStore } from '@entente/event-sourcing';
import { DIRECTORY, DirectoryOfHolders } from '@entente/views';

import { answerLinks } from './answer-links.js';
import { CurrentHolders } from './current-holders.js';
import type { InstallationFacts } from './installation-facts.js';

interface Ground {
  readonly configuration: Configuration;
  readonly log: Log;
  readonly database: Database;
  readonly store: EventStore;
  readonly facts: InstallationFacts;
  readonly clocks: SpaceClocks;
}

/** Known from `start` on: the consumers themselves are made of what is opened before. */
interface Followed {
  consumers?: ConsumerRuntime;
}

/** What goes on without anybody asking: views and automations follow the log, reminders go out. */
export class Background {
  #pump: ConsumerPump | undefined;
  #projections: ProjectionJobs | undefined;

  private constructor(
    private readonly ground: Ground,
    readonly queues: Queues,
    readonly mailer: MailingReminders,
    readonly reminders: ReminderJobs,
    /** Undefined when nobody said where mails come back to. */
    readonly returned: ReturnMailbox | undefined,
    private readonly followed: Followed,
  ) {}

  /** Opens the queues. Throws StartRefused when REDIS_URL names no usable Redis. */
  static async open(ground: Ground): Promise<Background> {
    const { configuration, database, facts, clocks, log } = ground;
    const { redisUrl, smtpUrl, mailFrom, mailRedirect, mailReturnUrl, publicUrl } = configuration;
    const skewMs = (): number => clocks.skewMs();
    const queues = await openQueues({
      database,
      log,
      skewMs,
      ...(redisUrl === undefined ? {} : { redisUrl }),
    });
    const outbox = new Outbox(database);
    const mailer = new MailingReminders(
      outbox,
      {
        publicUrl,
        from: mailFrom,
        ...(smtpUrl === undefined ? {} : { smtpUrl }),
        ...(mailRedirect === undefined ? {} : { redirectTo: mailRedirect }),
      },
      log,
    );
    const followed: Followed = {};
    // Without passwords everybody signs in; in production nobody does yet.
    const signIn = configuration.environment !== 'production';
    const directory = new CurrentHolders(
      new DirectoryOfHolders(database, facts.seals),
      async () => {
        await followed.consumers?.catchUp(DIRECTORY);
      },
      signIn,
    );
    const links = answerLinks(facts, publicUrl);
    const reminders = new ReminderJobs({
      ...{ queues, facts, database, directory, mailer, links, log, skewMs },
      keptDays: configuration.deliveriesKeptDays,
    });
    const returned =
      mailReturnUrl === undefined
        ? undefined
        : new ReturnMailbox({ url: mailReturnUrl, outbox, facts, database, log });
    return new Background(ground, queues, mailer, reminders, returned, followed);
  }

  async start(consumers: ConsumerRuntime): Promise<void> {
    const { store, clocks, log } = this.ground;
    this.followed.consumers = consumers;
    const pump = new ConsumerPump({ runtime: consumers, store, log });
    this.#pump = pump;
    await pump.start();
    this.#projections = new ProjectionJobs({
      queues: this.queues,
      consumers: [...consumers.names, ...consumers.reactorNames],
      catchUp: (name) => pump.pumpOnce(name),
      progressOf: async (name) => (await consumers.status()).find((status) => status.name === name)?.rebuild,
      log,
    });
    this.#projections.start();
    this.reminders.start();
    this.returned?.start();
    // What the plan holds for the demo is due sooner or later than the queue believes.
    clocks.onMoved(() => void this.reminders.reconcile());
  }

  /** Lets what is running finish. */
  async close(): Promise<void> {
    // All of them before what they stand on is closed, whatever becomes of one.
    await Promise.allSettled([this.#projections?.close(), this.reminders.close(), this.returned?.close()]);
    await this.#pump?.stop();
    this.mailer.close();
    await this.queues.close();
  }
}
