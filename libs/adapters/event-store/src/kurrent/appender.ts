import {
  EventStoreUnavailable,
  NO_STREAM,
  type AppendOutcome,
  type EventEnvelope,
} from '@entente/event-sourcing';
import { WrongExpectedVersionError, type EventData, type KurrentDBClient } from '@kurrent/kurrentdb-client';
import { setTimeout as sleep } from 'node:timers/promises';

import { failIfSilent } from './deadline.js';
import { asPortError, isSilence, wasNeverSent } from './failure.js';
import { positionOf } from './position.js';
import type { Reader } from './reader.js';
import { toKurrent } from './translation.js';

/** Longer than the server's own patience with an append, so that its answer is heard. */
const SILENCE_MS = 15_000;
/** For how long an append whose answer was lost is asked again before its caller has to. */
const DOUBT_MS = 2_000;
const AGAIN_MS = 50;
/** For how long the server may show a part of an append. */
const SHOWN_WHOLE_MS = 500;

interface Sent {
  readonly stream: string;
  readonly expectedRevision: number;
  readonly events: readonly EventEnvelope[];
  readonly data: EventData[];
}

type AppendingClient = Pick<KurrentDBClient, 'appendToStream' | 'dispose'>;

/** Appends, and finds out what became of an append whose answer was lost. */
export class Appender {
  #client: AppendingClient;

  constructor(
    private readonly connect: () => AppendingClient,
    private readonly reader: Pick<Reader, 'stream'>,
    private readonly closing: AbortSignal,
  ) {
    this.#client = connect();
  }

  /**
   * An append in doubt is sent again as it was: the revision it expects lets it land once, and where it stands
   * already its ids tell. Throws EventStoreUnavailable when the doubt remains; the caller may ask again the same way.
   */
  async append(
    stream: string,
    expectedRevision: number,
    events: readonly EventEnvelope[],
    canonicalTexts: readonly string[],
  ): Promise<AppendOutcome> {
    const sent = { stream, expectedRevision, events, data: canonicalTexts.map(toKurrent) };
    let deadline: number | undefined;
    for (;;) {
      try {
        return await this.#attempt(sent, deadline === undefined ? SILENCE_MS : deadline - performance.now());
      } catch (error) {
        if (!(error instanceof EventStoreUnavailable) || this.closing.aborted) throw error;
        if (deadline === undefined && wasNeverSent(error)) throw error;
        deadline ??= performance.now() + DOUBT_MS;
        await sleep(AGAIN_MS);
        if (performance.now() >= deadline) throw error;
      }
    }
  }

  /** Ends every request under way. */
  async close(): Promise<void> {
    await this.#client.dispose();
  }

  async #attempt(sent: Sent, patienceMs: number): Promise<AppendOutcome> {
    const { stream, expectedRevision, events, data } = sent;
    const client = this.#client;
    try {
      const appending = client.appendToStream(stream, data, {
        streamState: expectedRevision === NO_STREAM ? 'no_stream' : BigInt(expectedRevision),
      });
      const { success, nextExpectedRevision, position } = await failIfSilent(appending, patienceMs);
      if (success && position) {
        return {
          outcome: 'appended',
          revision: Number(nextExpectedRevision),
          position: positionOf(position),
        };
      }
      // The connection string says that failures are answers; what they answer as the revision is wrong.
      return await this.#standing(stream, expectedRevision, events, await this.#lastRevision(stream));
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) {
        const actual = error.actualState === 'no_stream' ? NO_STREAM : Number(error.actualState);
        return this.#standing(stream, expectedRevision, events, actual);
      }
      const portError = asPortError(error);
      if (isSilence(portError)) this.#giveUp(client);
      throw portError;
    }
  }

  /** The stream was not where the append expected it: perhaps because of these very events. */
  async #standing(
    stream: string,
    expectedRevision: number,
    events: readonly EventEnvelope[],
    actual: number,
  ): Promise<AppendOutcome> {
    if (actual <= expectedRevision) return { outcome: 'conflict', actual };
    const deadline = performance.now() + SHOWN_WHOLE_MS;
    for (;;) {
      const options = { from: expectedRevision + 1, limit: events.length };
      const recorded = await Array.fromAsync(this.reader.stream(stream, options));
      const last = recorded.at(-1);
      if (!last || !recorded.every(({ event }, index) => event.id === events[index]?.id))
        return { outcome: 'conflict', actual };
      if (recorded.length === events.length)
        return { outcome: 'duplicate', revision: last.event.revision, position: last.position };
      // The server writes an append whole, and shows its events one after the other. What stays a part was an append
      // of fewer events, which is another one.
      if (performance.now() >= deadline) return { outcome: 'conflict', actual };
      await sleep(AGAIN_MS);
    }
  }

  async #lastRevision(stream: string): Promise<number> {
    const options = { direction: 'backwards', limit: 1 } as const;
    const [last] = await Array.fromAsync(this.reader.stream(stream, options));
    return last?.event.revision ?? NO_STREAM;
  }

  /**
   * All appends share one call, and it waits for ever when the server, or the wire to it, falls silent. Ending it
   * leaves the others in doubt too, which each of them then resolves over the new connection.
   */
  #giveUp(client: AppendingClient): void {
    if (client !== this.#client || this.closing.aborted) return;
    this.#client = this.connect();
    client.dispose().catch(() => undefined);
  }
}
