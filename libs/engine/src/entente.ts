import type { DataKeys } from '@entente/application';
import type { EventStore } from '@entente/event-sourcing';
import { openFiles } from '@entente/files';
import type { Reconciliation } from '@entente/jobs';
import { repeatErasures, StoredDataKeys, StoredSeals } from '@entente/identity';
import {
  connectDatabase,
  EmbeddedPostgres,
  HealthChecks,
  installationKey,
  sealingKey,
  runMigrations,
  SpaceClocks,
  type ConsumerRuntime,
  type Configuration,
  type Database,
  type Log,
} from '@entente/platform';

import { Background } from './background.js';
import { consumersOf } from './consumers.js';
import { calendarCheck, calendarFigures } from './calendar-check.js';
import { healthChecksOf, remindersCheck, returnedMailsCheck } from './health-checks.js';
import { InstallationFacts } from './installation-facts.js';
import { migrationSets } from './migration-sets.js';
import { openStore, reach } from './open-store.js';
import { SPACES } from './spaces.js';

interface Parts {
  readonly configuration: Configuration;
  readonly log: Log;
  readonly database: Database;
  readonly store: EventStore;
  readonly clocks: SpaceClocks;
  readonly facts: InstallationFacts;
  readonly keys: DataKeys;
  readonly consumers: ConsumerRuntime;
  readonly background: Background | undefined;
}

export interface OpenOptions {
  readonly log: Log;
  /** Also opens what `work` needs: the queues and the mail. Default: false. */
  readonly withBackground?: boolean;
  /** The embedded PostgreSQL, begun while the program was loading; default: begun here when the configuration asks for it. */
  readonly server?: Promise<EmbeddedPostgres>;
  /** Follows the log that is there, whichever was followed before: all views are then made anew. Default: false. */
  readonly adoptLog?: boolean;
}

/**
 * An installation, opened: its database migrated, its log and clock running.
 * What is built on it (`EntenteModule`, the worker) is closed before it.
 */
export class Entente {
  readonly configuration: Configuration;
  readonly log: Log;
  readonly database: Database;
  readonly store: EventStore;
  readonly clocks: SpaceClocks;
  readonly facts: InstallationFacts;
  /** Of what is sealed. */
  readonly keys: DataKeys;
  /** Views and automations, which any process may move along the log. */
  readonly consumers: ConsumerRuntime;
  readonly health = new HealthChecks();
  readonly #background: Background | undefined;
  readonly #resources: AsyncDisposableStack;

  private constructor(parts: Parts, resources: AsyncDisposableStack) {
    this.configuration = parts.configuration;
    this.log = parts.log;
    this.database = parts.database;
    this.store = parts.store;
    this.clocks = parts.clocks;
    this.facts = parts.facts;
    this.keys = parts.keys;
    this.consumers = parts.consumers;
    this.#background = parts.background;
    this.#resources = resources;
    this.health.register(calendarCheck(this.facts));
    for (const check of healthChecksOf(this.database, this.store, this.consumers, this.clocks))
      this.health.register(check);
    if (this.#background) this.health.register(remindersCheck(this.#background.reminders));
    if (this.#background?.returned) this.health.register(returnedMailsCheck(this.#background.returned));
  }

  /** Throws StartRefused with one sentence when something it stands on is missing. */
  static async open(configuration: Configuration, options: OpenOptions): Promise<Entente> {
    const { log } = options;
    await using opening = new AsyncDisposableStack();
    const url = configuration.databaseUrl ?? (await embedded(configuration, options, opening));
    const key = Buffer.from(installationKey(configuration), 'hex');
    const wrapping = Buffer.from(sealingKey(configuration), 'hex');
    const database = opening.adopt(await connectDatabase({ url, log }), (opened) => opened.close());
    await runMigrations(database, migrationSets);
    const clocks = opening.adopt(await SpaceClocks.start(database, { log }), (opened) => {
      opened.stop();
    });
    const store = opening.adopt(await openStore(configuration, database), (opened) => opened.close());
    await reach(store, configuration);
    const { timeZone: zone, overrides } = configuration;
    const keys = await StoredDataKeys.open(database, wrapping);
    const seals = new StoredSeals(keys);
    const files = await openFiles(configuration, keys);
    const facts = new InstallationFacts({
      store,
      clock: clocks,
      installationKey: key,
      seals,
      files,
      zone,
      overrides,
    });
    const background = options.withBackground
      ? opening.adopt(
          await Background.open({ configuration, log, database, store, facts, clocks }),
          (opened) => opened.close(),
        )
      : undefined;
    const consumers = consumersOf(facts, store, database, background?.reminders, keys, log);
    await (options.adoptLog ? consumers.adoptLog() : consumers.register());
    return new Entente(
      { configuration, log, database, store, clocks, facts, keys, consumers, background },
      opening.move(),
    );
  }

  /** Begins the work nobody has to ask for; it ends with `close`. */
  async work(): Promise<void> {
    await this.#withBackground().start(this.consumers);
    const repeated = await repeatErasures(this.store, this.keys, SPACES);
    if (repeated > 0) this.log.warn({ repeated }, 'keys that had been destroyed were there again');
    const { awaited } = await calendarFigures(this.facts);
    if (awaited !== null)
      this.log.warn(
        { calendar: this.facts.calendarId, year: awaited },
        'holidays of the coming year are awaited',
      );
  }

  /** Compares the plan of reminders with the queue and heals the queue; undefined when it was closed meanwhile. */
  async compareReminders(): Promise<Reconciliation | undefined> {
    return this.#withBackground().reminders.compare();
  }

  async close(): Promise<void> {
    await this.#resources.disposeAsync();
  }

  #withBackground(): Background {
    if (!this.#background) throw new TypeError('this installation was opened without its background');
    return this.#background;
  }
}

async function embedded(
  { dataDir }: Configuration,
  { log, server = EmbeddedPostgres.start({ dataDir, log }) }: OpenOptions,
  opening: AsyncDisposableStack,
): Promise<string> {
  return opening.adopt(await server, (started) => started.stop()).connectionString;
}
