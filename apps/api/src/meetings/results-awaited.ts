import { Facts } from '@entente/application';
import { readFolded, streamName } from '@entente/event-sourcing';
import { meetingDecider, type PlacedLetter } from '@entente/meeting';
import { Injectable } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';

const PATIENCE_MS = 3_000;
const LOOK_MS = 25;

/** Letters are told by an automation a moment after the meeting; whoever taps would rather see each result at once. */
@Injectable()
export class ResultsAwaited {
  constructor(private readonly facts: Facts) {}

  /** Of those that were reported signed, in their order; `reported` still when patience ended before. */
  async of(
    space: string,
    meetingId: string,
    agreementIds: readonly string[],
  ): Promise<readonly PlacedLetter[]> {
    const stream = streamName(space, 'meeting', meetingId);
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const { state } = await readFolded(this.facts.store, stream, meetingDecider);
      const letters = state.status === 'none' ? [] : state.letters;
      const asked = letters.filter(({ agreementId }) => agreementIds.includes(agreementId));
      const isOpen = asked.some(({ status }) => status === 'reported');
      if (!isOpen || performance.now() >= end) return asked;
      await setTimeout(LOOK_MS);
    }
  }
}
