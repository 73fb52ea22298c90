import { checkAppend } from './check-append.js';
import type { EventEnvelope, LogPosition, RecordedEvent } from './envelope.js';
import {
  EventStore,
  NO_STREAM,
  type AppendOutcome,
  type ByStreamOptions,
  type LogFilter,
  type ReadOptions,
  type SubscribeOptions,
} from './event-store.js';

/** The log in this process's memory: for specifications and embedding experiments. Nothing survives the process. */
export class InMemoryEventStore extends EventStore {
  override readonly eventsBetween = (after: LogPosition | undefined, upTo: LogPosition): number =>
    nextIndex(upTo) - nextIndex(after);
  readonly #log: RecordedEvent[] = [];
  readonly #streams = new Map<string, RecordedEvent[]>();
  readonly #waiting = new Set<() => void>();

  /** `id` is a UUID; two logs that meet in one test need different ones. */
  constructor(private readonly id = '00000000-0000-4000-8000-000000000000') {
    super();
  }

  override append(
    stream: string,
    expectedRevision: number,
    events: readonly EventEnvelope[],
  ): Promise<AppendOutcome> {
    return Promise.try(() => this.#append(stream, expectedRevision, events));
  }

  override async *read(stream: string, options: ReadOptions = {}): AsyncIterable<RecordedEvent> {
    const all = this.#streams.get(stream) ?? [];
    const backwards = options.direction === 'backwards';
    const from = options.from ?? (backwards ? all.length - 1 : 0);
    const chosen = backwards ? all.slice(0, from + 1).reverse() : all.slice(from);
    for (const recorded of chosen.slice(0, options.limit)) yield await Promise.resolve(recorded);
  }

  override async *readAll(
    after: LogPosition | undefined,
    filter: LogFilter = {},
  ): AsyncIterable<RecordedEvent> {
    const end = this.#log.length;
    for (let index = nextIndex(after); index < end; index += 1) {
      const recorded = this.#log[index];
      if (recorded && passes(filter, recorded.event.stream)) yield await Promise.resolve(recorded);
    }
  }

  override async *readByStream(
    upTo: LogPosition,
    options: ByStreamOptions = {},
  ): AsyncIterable<readonly RecordedEvent[]> {
    const { after = '' } = options;
    const names = [...this.#streams.keys()].filter((name) => name > after && passes(options, name));
    for (const name of names.sort()) {
      const events = this.#streams.get(name)?.filter(({ position }) => position <= upTo) ?? [];
      if (events.length > 0) yield await Promise.resolve(events);
    }
  }

  override async *subscribe(
    after: LogPosition | undefined,
    options: SubscribeOptions,
  ): AsyncIterable<RecordedEvent> {
    let next = nextIndex(after);
    while (!options.signal.aborted) {
      const recorded = this.#log[next];
      if (!recorded) {
        await this.#news(options.signal);
        continue;
      }
      next += 1;
      if (passes(options, recorded.event.stream)) yield recorded;
    }
  }

  override head(): Promise<LogPosition | undefined> {
    return Promise.resolve(this.#log.at(-1)?.position);
  }

  override identity(): Promise<string> {
    return Promise.resolve(this.id);
  }

  #append(stream: string, expectedRevision: number, events: readonly EventEnvelope[]): AppendOutcome {
    const texts = checkAppend(stream, expectedRevision, events);
    const known = this.#streams.get(stream) ?? [];
    const actual = known.length - 1;
    if (actual !== expectedRevision) {
      const written = known.slice(expectedRevision + 1, expectedRevision + 1 + events.length);
      const isRepeat = events.every(({ id }, index) => written[index]?.event.id === id);
      const last = written.at(-1);
      return isRepeat && last
        ? { outcome: 'duplicate', revision: last.event.revision, position: last.position }
        : { outcome: 'conflict', actual: known.length === 0 ? NO_STREAM : actual };
    }
    for (const text of texts) {
      // Through the text, so that what is read is what a real store would give back, and nobody else's object.
      const recorded = { event: JSON.parse(text) as EventEnvelope, position: positionAt(this.#log.length) };
      this.#log.push(recorded);
      known.push(recorded);
    }
    this.#streams.set(stream, known);
    for (const wake of [...this.#waiting]) wake();
    return { outcome: 'appended', revision: known.length - 1, position: positionAt(this.#log.length - 1) };
  }

  #news(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
      if (signal.aborted) wake();
    });
  }
}

function positionAt(index: number): LogPosition {
  return String(index + 1).padStart(20, '0');
}

function nextIndex(after: LogPosition | undefined): number {
  return after === undefined ? 0 : Number(after);
}

function passes(filter: LogFilter, stream: string): boolean {
  return filter.streamPrefixes?.some((prefix) => stream.startsWith(prefix)) ?? true;
}
