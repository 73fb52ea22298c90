import type { AgreementFact } from '@entente/agreement';
import { Facts } from '@entente/application';
import { readStream, streamName } from '@entente/event-sourcing';
import { Injectable } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';

const PATIENCE_MS = 1_000;
const PAUSES_MS = [5, 10, 20, 40, 80];

/** The automation gives the number a moment after the proposal; whoever proposed would rather see it at once. */
@Injectable()
export class NumberAwaited {
  constructor(private readonly facts: Facts) {}

  async numberOf(space: string, agreementId: string): Promise<string | null> {
    const stream = streamName(space, 'agreement', agreementId);
    const until = performance.now() + PATIENCE_MS;
    for (let attempt = 0; ; attempt += 1) {
      const history = await readStream<AgreementFact>(this.facts.store, stream);
      for (const { event } of history) if (event.type === 'AgreementNumbered') return event.data.number;
      const pause = PAUSES_MS[attempt] ?? 100;
      if (performance.now() + pause > until) return null;
      await setTimeout(pause);
    }
  }
}
