import type { LogPosition } from '@entente/event-sourcing';
import type { PoolClient } from 'pg';

import { Busy } from './checkpoints.js';
import type { Reactor } from './consumer.js';
import { EventFailed, isPassing } from './failure.js';
import { streamPrefixes, type PassOutcome, type RunnerPorts } from './view-runner.js';

/** After a crash at most so many events, or those of so many milliseconds, are reacted to again. */
const SAVE_EVENTS = 100;
const SAVE_MS = 200;

/** Moves one automation along the log; a lock of the database lets one worker at a time do so. */
export class ReactorRunner {
  constructor(private readonly ports: RunnerPorts) {}

  /** One pass to the end of the log at its beginning. Throws Busy while another worker is at it, and EventFailed. */
  async pass(reactor: Reactor, signal: AbortSignal): Promise<PassOutcome> {
    const [checkpoint, head] = await Promise.all([
      this.ports.checkpoints.read(reactor.name),
      this.ports.store.head(),
    ]);
    if (head === undefined || isAt(checkpoint?.position, head)) return 'caught-up';
    const holder = await this.ports.database.pool.connect();
    let isLocked = false;
    try {
      isLocked = await takeLock(holder, reactor.name);
      if (!isLocked) throw new Busy(`${reactor.name} is being worked on`);
      return await this.#react(reactor, signal);
    } finally {
      await release(holder, reactor.name, isLocked);
    }
  }

  async #react(reactor: Reactor, signal: AbortSignal): Promise<PassOutcome> {
    const { checkpoints, store, spaces } = this.ports;
    // Read again under the lock: its last holder may have moved on.
    let saved = (await checkpoints.read(reactor.name))?.position;
    const head = await store.head();
    let position = saved;
    let unsaved = 0;
    let savedAt = performance.now();
    const save = async (upTo: LogPosition | undefined): Promise<void> => {
      if (upTo === undefined || isAt(saved, upTo)) return;
      await checkpoints.advance(reactor.name, upTo);
      this.ports.moved(reactor.name, upTo);
      [saved, unsaved, savedAt] = [upTo, 0, performance.now()];
    };
    try {
      for await (const recorded of store.readAll(position, {
        streamPrefixes: streamPrefixes(spaces, reactor.categories),
      })) {
        if (signal.aborted) return 'stopped';
        try {
          await reactor.react(recorded);
        } catch (error) {
          throw isPassing(error) ? error : new EventFailed(reactor.name, recorded, error);
        }
        position = recorded.position;
        unsaved += 1;
        if (unsaved >= SAVE_EVENTS || performance.now() - savedAt > SAVE_MS) await save(position);
      }
      if (head !== undefined && !isAt(position, head)) position = head;
      return 'caught-up';
    } finally {
      await save(position);
    }
  }
}

function isAt(position: LogPosition | undefined, head: LogPosition): boolean {
  return position !== undefined && position >= head;
}

const LOCK_NAME = "hashtextextended('entente.reactor.' || $1, 0)";

async function takeLock(holder: PoolClient, name: string): Promise<boolean> {
  const { rows } = await holder.query<{ taken: boolean }>(
    `SELECT pg_try_advisory_lock(${LOCK_NAME}) AS taken`,
    [name],
  );
  return rows[0]?.taken === true;
}

/** A connection that may still hold the lock must not go back to the pool; closing it lets go. */
async function release(holder: PoolClient, name: string, isLocked: boolean): Promise<void> {
  try {
    if (isLocked) await holder.query(`SELECT pg_advisory_unlock(${LOCK_NAME})`, [name]);
    holder.release();
  } catch (error) {
    holder.release(error instanceof Error ? error : true);
  }
}
