import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

import type { Log } from '../logging/log.js';
import { StartRefused } from '../start-refused.js';
import { findBinaries, type PostgresBinaries } from './binaries.js';
import { initialise } from './initialise.js';
import { launch, shutDown } from './launch.js';
import { OwnerLock } from './owner-lock.js';
import {
  connectionString,
  findPostmaster,
  serverFolder,
  type Postmaster,
  type ServerFolder,
} from './server-folder.js';
import { serverUser, type ServerUser } from './server-user.js';

export interface EmbeddedPostgresOptions {
  /** The server lives in its subfolder `postgres`. */
  readonly dataDir: string;
  readonly log: Log;
}

const DATABASE = 'entente';
const POLL_MS = 20;
const GUEST_PATIENCE_MS = 120_000;
const WATCH_MS = 500;
const MAX_WATCH_MS = 30_000;

/**
 * A PostgreSQL of our own below DATA_DIR. The first process becomes its owner: it starts the server, or adopts one
 * whose owner was killed, watches it, and stops it. Others are guests: they connect and leave it running.
 */
export class EmbeddedPostgres {
  #stopping: Promise<void> | undefined;
  #watch: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();

  private constructor(
    readonly connectionString: string,
    /** The server ran already. */
    readonly adopted: boolean,
    private readonly owner?: Owner,
    private readonly log?: Log,
  ) {
    if (owner) this.#watchAgain(WATCH_MS);
  }

  /** Throws StartRefused with the reason when there can be no server. */
  static async start({ dataDir, log }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const folder = serverFolder(dataDir);
    const deadline = performance.now() + GUEST_PATIENCE_MS;
    for (;;) {
      const lock = OwnerLock.tryTake(folder.lock);
      if (lock) return await EmbeddedPostgres.#startAsOwner(folder, lock, log);
      const guest = await connectAsGuest(folder);
      if (guest !== undefined) return new EmbeddedPostgres(guest, true);
      if (performance.now() > deadline) {
        throw new StartRefused(
          `Another process owns the database in ${folder.parent} and has not made it ready: wait for it, or end it.`,
        );
      }
      await sleep(POLL_MS);
    }
  }

  static async #startAsOwner(folder: ServerFolder, lock: OwnerLock, log: Log): Promise<EmbeddedPostgres> {
    try {
      const binaries = findBinaries();
      const user = serverUser(binaries, folder.parent, folder.cluster);
      await initialise(folder, binaries, user);
      const orphan = await settledPostmaster(folder);
      const server = orphan ?? (await launch(folder, binaries, user));
      await createDatabase(folder, server);
      log.debug({ port: server.port, adopted: orphan !== undefined }, 'the embedded PostgreSQL is ready');
      const url = connectionString(folder, server.port, DATABASE);
      return new EmbeddedPostgres(url, orphan !== undefined, { folder, lock, binaries, user }, log);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** The owner stops the server and returns when it is gone; a guest leaves it to the owner. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    clearTimeout(this.#watch);
    // A server that is just being started again is to be stopped as well.
    await this.#looking;
    clearTimeout(this.#watch);
    if (!this.owner) return;
    await shutDown(this.owner.folder, this.owner.binaries);
    this.owner.lock.release();
  }

  #watchAgain(delayMs: number): void {
    this.#watch = setTimeout(() => {
      this.#looking = this.#look(delayMs);
    }, delayMs).unref();
  }

  /** A server that was killed is started again, at the same port, where everyone's pools look for it. */
  async #look(delayMs: number): Promise<void> {
    const { owner } = this;
    if (!owner || this.#stopping) return;
    if (findPostmaster(owner.folder)) {
      this.#watchAgain(WATCH_MS);
      return;
    }
    try {
      const server = await launch(owner.folder, owner.binaries, owner.user);
      this.log?.error({ port: server.port }, 'the embedded PostgreSQL was gone and was started again');
      this.#watchAgain(WATCH_MS);
    } catch (error) {
      this.log?.error({ err: error }, 'the embedded PostgreSQL is gone and cannot be started again');
      this.#watchAgain(Math.min(2 * delayMs, MAX_WATCH_MS));
    }
  }
}

interface Owner {
  readonly folder: ServerFolder;
  readonly lock: OwnerLock;
  readonly binaries: PostgresBinaries;
  readonly user: ServerUser;
}

/** A server whose owner was killed, once it has finished starting; undefined when there is none or it has ended. */
async function settledPostmaster(folder: ServerFolder): Promise<Postmaster | undefined> {
  for (;;) {
    const running = findPostmaster(folder);
    if (!running || running.status === 'ready') return running;
    await sleep(POLL_MS);
  }
}

async function createDatabase(folder: ServerFolder, { port }: Postmaster): Promise<void> {
  const client = new pg.Client({ connectionString: connectionString(folder, port, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Undefined while the owner is still busy making the server ready. */
async function connectAsGuest(folder: ServerFolder): Promise<string | undefined> {
  const running = findPostmaster(folder);
  if (running?.status !== 'ready') return undefined;
  const url = connectionString(folder, running.port, DATABASE);
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return url;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}
