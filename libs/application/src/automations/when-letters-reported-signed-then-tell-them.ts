import { MEETING, type SystemActor } from '@entente/access';
import { agreementDecider, type AgreementFact } from '@entente/agreement';
import { uuidV5, type Sha1 } from '@entente/canonical';
import {
  parseStreamName,
  stateOf,
  streamName,
  type EventEnvelope,
  type Stamped,
} from '@entente/event-sourcing';
import type { LettersReportedSigned, PlannedSignature, RecordOutcome as Outcome } from '@entente/meeting';

import { HandOverSigning, RecordSignature } from '../messages/agreement-messages.js';
import { RecordOutcome } from '../messages/meeting-messages.js';
import { CommandWasRefused, type Automation, type Reach } from './automation.js';

const NAME = 'when-letters-reported-signed-then-tell-them';

type Reported = EventEnvelope<LettersReportedSigned>;
type Letter = LettersReportedSigned['data']['letters'][number];

/**
 * Tells each agreement what was said at the meeting, in the name of whoever said it, and the meeting what became of
 * it. A letter that refuses has that as its result; the others are told all the same.
 */
export function whenLettersReportedSignedThenTellThem(
  sha1: Sha1,
  read: (event: Reported) => Promise<Reported>,
): Automation {
  return {
    name: NAME,
    categories: ['meeting'],
    async react(events, reach) {
      const reported = events.filter(({ type }) => type === 'LettersReportedSigned');
      for (const sealed of reported as unknown as Reported[]) {
        const event = await read(sealed);
        for (const letter of event.data.letters) await new Telling(sha1, event, letter, reach).tell();
      }
    },
  };
}

class Telling {
  constructor(
    private readonly sha1: Sha1,
    private readonly event: Reported,
    private readonly letter: Letter,
    private readonly reach: Reach,
  ) {}

  async tell(): Promise<void> {
    const refused = await this.#sign();
    const { agreementId } = this.letter;
    const body: Outcome = { type: 'RecordOutcome', agreementId, ...(refused ? { refused } : {}) };
    const { space, stream } = this.event;
    const sender = { space, system: MEETING } as const;
    const header = this.#header('outcome');
    await this.reach.dispatch(new RecordOutcome(sender, header, parseStreamName(stream).id, body));
  }

  async #sign(): Promise<Outcome['refused']> {
    for (const [index, signature] of this.letter.signatures.entries()) {
      try {
        await this.#record(signature, index);
      } catch (error) {
        if (!(error instanceof CommandWasRefused)) throw error;
        return { code: error.code, partyId: signature.partyId };
      }
    }
    return (await this.#isSigned()) ? undefined : { code: 'not-fully-signed' };
  }

  async #record({ partyId, means, positionId, mandate }: PlannedSignature, index: number): Promise<void> {
    const { space, data, actor, actingAs = '' } = this.event;
    const { agreementId } = this.letter;
    const sender: SystemActor = {
      space,
      system: MEETING,
      onBehalfOf: { personId: actor, positionId: actingAs },
    };
    if (positionId !== undefined) {
      const handOver = { partyId, positionId, ...(mandate === undefined ? {} : { mandate }) };
      await this.reach.dispatch(
        new HandOverSigning(sender, this.#header(`hand-over-${String(index)}`), agreementId, {
          type: 'HandOverSigning',
          ...handOver,
        }),
      );
    }
    await this.reach.dispatch(
      new RecordSignature(sender, this.#header(`signature-${String(index)}`), agreementId, {
        type: 'RecordSignature',
        partyId,
        means,
        signedOn: data.on,
        place: data.place,
        ...(positionId === undefined ? {} : { positionId }),
        ...(typeof data.evidence === 'string' ? { evidence: data.evidence } : {}),
      }),
    );
  }

  /** By the rule of each party, which may ask for more than was planned. */
  async #isSigned(): Promise<boolean> {
    const stream = streamName(this.event.space, 'agreement', this.letter.agreementId);
    const history = await this.reach.history(stream);
    const state = stateOf(agreementDecider, history as unknown as readonly Stamped<AgreementFact>[]);
    return state.stage !== null && state.parties.every(({ signed }) => signed);
  }

  #header(what: string): { commandId: string; causationId: string; correlationId: string } {
    const { id, correlationId } = this.event;
    const commandId = uuidV5(this.sha1, id, `${this.letter.agreementId} ${what}`);
    return { commandId, causationId: id, correlationId };
  }
}
