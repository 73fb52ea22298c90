import type { AgreementFact } from '@entente/agreement';
import { Facts } from '@entente/application';
import { streamName, type LogPosition } from '@entente/event-sourcing';
import { Injectable } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';

const PATIENCE_MS = 1_000;
const PAUSES_MS = [5, 10, 20, 40, 80];

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
    const until = performance.now() + PATIENCE_MS;
    for (let attempt = 0; ; attempt += 1) {
      for await (const { event, position } of this.facts.store.read(stream, { from: after + 1 })) {
        // The stream is an agreement's, so its events are too.
        const fact = event as unknown as AgreementFact;
        if (fact.type === 'AgreementNumbered') {
          return { number: fact.data.number, revision: event.revision, position };
        }
      }
      const pause = PAUSES_MS[attempt] ?? 100;
      if (performance.now() + pause > until) return undefined;
      await setTimeout(pause);
    }
  }
}
