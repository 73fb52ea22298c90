import pg from 'pg';

import { Patience } from '../patience.js';
import { APPENDED_CHANNEL } from './first-append-function.js';

interface Hearer {
  heard(position: string): void;
  /** Whatever was known of this server may not hold for the one that answers next. */
  lost(): void;
}

/**
 * Hears of the appends of other processes while somebody listens, on a connection of its own: one of the pool's
 * would be missing there for ever. What is said while the connection is away is not repeated; polling finds it.
 */
export class Listener {
  #listeners = 0;
  #stop: AbortController | undefined;
  #stopped: Promise<void> = Promise.resolve();

  constructor(
    private readonly options: pg.ClientConfig,
    private readonly hearer: Hearer,
  ) {}

  /** Call the answer once to stop listening. */
  start(): () => void {
    this.#listeners += 1;
    if (!this.#stop) {
      this.#stop = new AbortController();
      this.#stopped = this.#listen(this.#stop.signal);
    }
    return () => {
      this.#listeners -= 1;
      if (this.#listeners > 0) return;
      this.#stop?.abort();
      this.#stop = undefined;
    };
  }

  /** Resolves when the connection is gone; call it after the last listener stopped. */
  async stopped(): Promise<void> {
    await this.#stopped;
  }

  async #listen(signal: AbortSignal): Promise<void> {
    const patience = new Patience();
    while (!signal.aborted) {
      try {
        await this.#connection(signal, patience);
      } catch {
        // Lost or refused. Nobody is told: subscribers poll, and who appends learns it from the append.
      }
      await patience.wait(signal);
    }
  }

  async #connection(signal: AbortSignal, patience: Patience): Promise<void> {
    const client = new pg.Client(this.options);
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    // A lost connection is an error and then the end; without a listener the first would end the process.
    client.on('error', () => undefined);
    client.on('notification', ({ payload }) => {
      if (payload !== undefined && /^\d{1,19}$/.test(payload)) this.hearer.heard(payload);
    });
    const hangUp = (): void => {
      client.end().catch(() => undefined);
    };
    try {
      // Not to be hung up before it is through: a client that is ended while it connects never answers.
      await client.connect();
      await client.query(`LISTEN ${APPENDED_CHANNEL}`);
      patience.succeeded();
      signal.addEventListener('abort', hangUp);
      if (signal.aborted) hangUp();
      await ended;
    } finally {
      this.hearer.lost();
      signal.removeEventListener('abort', hangUp);
      hangUp();
    }
  }
}
