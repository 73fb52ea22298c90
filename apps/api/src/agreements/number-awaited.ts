import type { Agreement, AgreementFact } from '@entente/agreement';
import { Facts } from '@entente/application';
import { streamName, type LogPosition } from '@entente/event-sourcing';
import { Injectable } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';

const PATIENCE_MS = 1_000;
const LOOK_MS = 5;
/** Reading costs more than looking at what is remembered here, and the more wait, the slower the numbers come. */
const FIRST_READ_MS = 20;

export interface Numbered {
  readonly number: string;
  readonly revision: number;
  readonly position: LogPosition;
}

/** The automation gives the number a moment after the proposal; whoever proposed would rather see it at once. */
@Injectable()
export class NumberAwaited {
  constructor(private readonly facts: Facts) {}

  /** `after`: the proposal's last revision. */
  async numbered(space: string, agreementId: string, after: number): Promise<Numbered | undefined> {
    const stream = streamName(space, 'agreement', agreementId);
    const start = performance.now();
    for (let nextRead = FIRST_READ_MS; ;) {
      const remembered = this.#remembered(stream);
      if (remembered) return remembered;
      const waited = performance.now() - start;
      if (waited >= nextRead || waited >= PATIENCE_MS) {
        const read = await this.#read(stream, after);
        if (read || waited >= PATIENCE_MS) return read;
        nextRead *= 2;
      }
      await setTimeout(LOOK_MS);
    }
  }

  /** Where the automation works in this process. */
  #remembered(stream: string): Numbered | undefined {
    const known = this.facts.streams?.recall<Agreement>(stream);
    if (!known?.last || known.state.stage === null || known.state.number === undefined) return undefined;
    return { number: known.state.number, revision: known.revision, position: known.last.position };
  }

  async #read(stream: string, after: number): Promise<Numbered | undefined> {
    for await (const { event, position } of this.facts.store.read(stream, { from: after + 1 })) {
      // The stream is an agreement's, so its events are too.
      const fact = event as unknown as AgreementFact;
      if (fact.type !== 'AgreementNumbered') continue;
      return { number: fact.data.number, revision: event.revision, position };
    }
    return undefined;
  }
}
