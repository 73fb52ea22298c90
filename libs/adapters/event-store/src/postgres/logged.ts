import type { EventEnvelope, LogPosition, RecordedEvent } from '@entente/event-sourcing';

import { readEnvelope } from '../read-envelope.js';
import { positionOf } from './position.js';

/** An event as it comes, each column as PostgreSQL writes it. */
export type Row = readonly [position: string, revision: string, stream: string, event: string];

/** A part of the log, and how far it was read for it. */
export interface Part {
  readonly events: readonly Logged[];
  readonly upTo: LogPosition;
}

/** One place of the log. Its text is read when it is first asked for, and once however many ask. */
export class Logged {
  #text: string | undefined;
  #recorded: RecordedEvent | undefined;
  readonly length: number;

  constructor(
    /** Of the log; without gaps. */
    readonly number: number,
    private readonly revision: number,
    readonly stream: string,
    text: string,
  ) {
    this.#text = text;
    this.length = text.length;
  }

  static from([number, revision, stream, event]: Row): Logged {
    return new Logged(Number(number), Number(revision), stream, event);
  }

  /** Throws UnreadableEvent. */
  get recorded(): RecordedEvent {
    this.#recorded ??= this.#read();
    return this.#recorded;
  }

  #read(): RecordedEvent {
    const { stream, revision } = this;
    const position = positionOf(String(this.number));
    const event: EventEnvelope = readEnvelope(JSON.parse(this.#text ?? ''), { stream, revision, position });
    this.#text = undefined;
    return { event, position };
  }
}
