import type { RecordedEvent } from '@entente/event-sourcing';
import type { AnyTransaction, ConsumerTools } from '@entente/platform';

import { CountingView } from './log-of-words.js';

/** Fails at events whose data say so, after it has written their rows. */
export class Choosy extends CountingView {
  applied = 0;
  constructor(private readonly fault: () => unknown = () => new Error('no such word')) {
    super();
  }

  override async apply(batch: readonly RecordedEvent[], tx: AnyTransaction): Promise<void> {
    await super.apply(batch, tx);
    this.applied += batch.length;
    if (batch.some(({ event }) => event.data['poison'] === true) && this.isPoisoned) throw this.fault();
  }

  isPoisoned = true;
}

/** Makes a stream's row from all of its history, as views do whose rows span streams. */
export class Historian extends CountingView {
  override async apply(
    batch: readonly RecordedEvent[],
    tx: AnyTransaction,
    tools?: ConsumerTools,
  ): Promise<void> {
    for (const stream of new Set(batch.map(({ event }) => event.stream))) {
      const history = await tools!.readStream(stream, tools!.upTo!);
      await this.clearStream(stream, tx);
      await super.apply(history, tx);
    }
  }
}
