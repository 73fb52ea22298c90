import { setTimeout as sleep } from 'node:timers/promises';

import { poolConfig, type Database, type Log } from '@entente/platform';
import pg from 'pg';

/** PostgreSQL tells listeners of a change when, and only when, its transaction commits. */
export const PLAN_CHANNEL = 'entente_reminder_plan';
/** Told instead of names when so much changed that looking at everything is quicker. */
export const EVERYTHING = '*';

const RECONNECT_MS = 1_000;

export interface PlanNews {
  /** An agreement's rows were replaced. */
  changed(space: string, agreementId: string): void;
  /** Anything may have changed: a great deal did, or nobody listened for a while. */
  everythingChanged(): void;
}

export function planNews(space: string, agreementId: string): string {
  return `${space}/${agreementId}`;
}

/** Hears of changes of the plan, whichever process made them. */
export class PlanListener {
  readonly #stop = new AbortController();
  #listening: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly news: PlanNews,
    private readonly log: Log,
  ) {}

  start(): void {
    this.#listening = this.#listen();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#listening;
  }

  async #listen(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        await this.#listenUntilLost();
      } catch (error) {
        this.log.warn({ err: error }, 'nobody hears of new reminders for a moment');
      }
      await sleep(RECONNECT_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  async #listenUntilLost(): Promise<void> {
    const { signal } = this.#stop;
    const { connectionString, keepAlive } = poolConfig(this.database.options);
    const client = new pg.Client({ connectionString, keepAlive, application_name: 'entente reminder plan' });
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    // A lost connection is an error and then the end; without a listener the first would end the process.
    client.on('error', () => undefined);
    client.on('notification', ({ payload = '' }) => {
      this.#tell(payload);
    });
    const hangUp = (): void => {
      client.end().catch(() => undefined);
    };
    try {
      // Not to be hung up before it is through: a client that is ended while it connects never answers.
      await client.connect();
      await client.query(`LISTEN ${PLAN_CHANNEL}`);
      signal.addEventListener('abort', hangUp);
      if (signal.aborted) return;
      this.news.everythingChanged();
      await ended;
    } finally {
      signal.removeEventListener('abort', hangUp);
      hangUp();
    }
  }

  #tell(payload: string): void {
    const [space, agreementId] = payload.split('/');
    if (payload === EVERYTHING || space === undefined || agreementId === undefined)
      this.news.everythingChanged();
    else this.news.changed(space, agreementId);
  }
}
