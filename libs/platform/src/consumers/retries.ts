import type { Kysely } from 'kysely';

import { causeOf } from '../logging/describe-error.js';
import type { PlatformTables } from '../migrations.js';
import { whenFree } from './busy.js';
import type { ConsumerSet } from './consumer-set.js';
import { listParked, type Culprit, type ParkedStream } from './parking.js';
import type { ReactorRunner } from './reactor-runner.js';
import type { ViewRunner } from './view-runner.js';

export interface RetryFilter {
  readonly consumer?: string;
  readonly stream?: string;
  /** Only those whose last attempt is long enough ago. */
  readonly due?: boolean;
}

export interface Retried {
  readonly consumer: string;
  readonly stream: string;
  /** Why it is still parked; absent when it is not any more. */
  readonly cause?: string;
}

export interface RetryPorts {
  readonly tables: Kysely<PlatformTables>;
  readonly set: ConsumerSet;
  readonly viewRunner: ViewRunner;
  readonly reactorRunner: ReactorRunner;
}

/** Gives parked streams to their consumers again. */
export class Retries {
  constructor(private readonly ports: RetryPorts) {}

  /** One after the other, the longest parked first. Those of consumers this program does not have stay as they are. */
  async retry(filter: RetryFilter, signal: AbortSignal): Promise<Retried[]> {
    const { consumer, stream, due } = filter;
    const parked = await listParked(this.ports.tables, {
      ...(consumer === undefined ? {} : { consumer }),
      ...(stream === undefined ? {} : { streams: [stream] }),
      ...(due === undefined ? {} : { due }),
    });
    const retried: Retried[] = [];
    for (const one of parked) {
      if (signal.aborted) break;
      const attempt = this.#attempt(one);
      if (attempt) retried.push(outcome(one, await whenFree(attempt, signal)));
    }
    return retried;
  }

  #attempt({ consumer, stream }: ParkedStream): (() => Promise<Culprit | undefined>) | undefined {
    const { set, viewRunner, reactorRunner } = this.ports;
    const view = set.views.get(consumer);
    if (view) return () => viewRunner.projectAnew(view, stream);
    const reactor = set.reactors.get(consumer);
    return reactor && (() => reactorRunner.retry(reactor, stream));
  }
}

function outcome({ consumer, stream }: ParkedStream, culprit: Culprit | undefined): Retried {
  return { consumer, stream, ...(culprit ? { cause: causeOf(culprit.error) } : {}) };
}
