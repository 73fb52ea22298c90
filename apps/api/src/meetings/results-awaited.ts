import { Facts } from '@entente/application';
import { readFolded, streamName, type LogPosition } from '@entente/event-sourcing';
import { meetingDecider, type PlacedLetter } from '@entente/meeting';
import { Injectable } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';

const PATIENCE_MS = 3_000;
const LOOK_MS = 25;

export interface Results {
  readonly letters: readonly PlacedLetter[];
  /** Whoever waits for it sees in every view what was recorded of the letters; undefined when there is no meeting. */
  readonly position: LogPosition | undefined;
}

/** Letters are told by an automation a moment after the meeting; whoever taps would rather see each result at once. */
@Injectable()
export class ResultsAwaited {
  constructor(private readonly facts: Facts) {}

  /** Of those that were reported signed, in their order; `reported` still when patience ended before. */
  async of(space: string, meetingId: string, agreementIds: readonly string[]): Promise<Results> {
    const stream = streamName(space, 'meeting', meetingId);
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const { state, last } = await readFolded(this.facts.store, stream, meetingDecider);
      const letters = state.status === 'none' ? [] : state.letters;
      const asked = letters.filter(({ agreementId }) => agreementIds.includes(agreementId));
      const isOpen = asked.some(({ status }) => status === 'reported');
      // A result is recorded after what it tells of.
      if (!isOpen || performance.now() >= end) return { letters: asked, position: last?.position };
      await setTimeout(LOOK_MS);
    }
  }
}
