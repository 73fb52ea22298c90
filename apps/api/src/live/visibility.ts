import { mayRead, maySee, type Viewer } from '@entente/access';
import {
  agreementDecider,
  restrictedEntries,
  type Agreement,
  type AgreementFact,
  type Restriction,
} from '@entente/agreement';
import { Facts } from '@entente/application';
import {
  isUnreadable,
  parseStreamName,
  readStream,
  stateOf,
  streamName,
  type EventEnvelope,
} from '@entente/event-sourcing';
import { Injectable } from '@nestjs/common';

const MAX_KEPT = 500;

interface Known {
  readonly agreement: Agreement;
  readonly restricted: ReadonlyMap<string, Restriction>;
}

interface Kept {
  readonly revision: number;
  readonly known: Promise<Known>;
}

/** The agreement an event is about, if it is about one. */
export function agreementOf(event: EventEnvelope): string | undefined {
  const { category, id } = parseStreamName(event.stream);
  return category === 'agreement' || category === 'reminders' ? id : undefined;
}

/** Who may learn of an event. Asked of the agreement as it stands, once for all who follow. */
@Injectable()
export class Visibility {
  readonly #kept = new Map<string, Kept>();

  constructor(private readonly facts: Facts) {}

  async mayLearnOf(viewer: Viewer, event: EventEnvelope): Promise<boolean> {
    const agreementId = agreementOf(event);
    // The directory is everybody's; registers say nothing that their agreement does not say.
    if (agreementId === undefined) return parseStreamName(event.stream).category !== 'register';
    const { category } = parseStreamName(event.stream);
    const revision = category === 'agreement' ? event.revision : 0;
    const { agreement, restricted } = await this.#known(event.space, agreementId, revision);
    const restriction = restricted.get(event.commandId);
    return maySee(viewer, agreement) && (restriction === undefined || mayRead(viewer, restriction));
  }

  #known(space: string, agreementId: string, revision: number): Promise<Known> {
    const stream = streamName(space, 'agreement', agreementId);
    const kept = this.#kept.get(stream);
    if (kept && kept.revision >= revision) return kept.known;
    const known = this.#read(stream);
    this.#kept.delete(stream);
    this.#kept.set(stream, { revision, known });
    // A failed reading is not kept; whoever waits for it is told.
    known.catch(() => this.#kept.delete(stream));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return known;
  }

  /** Of one that cannot be read nobody learns, as nobody is shown it; what happens elsewhere goes on being told. */
  async #read(stream: string): Promise<Known> {
    try {
      const history = await readStream<AgreementFact>(this.facts.store, stream, agreementDecider);
      const events = history.map(({ event }) => event);
      return { agreement: stateOf(agreementDecider, events), restricted: restrictedEntries(events) };
    } catch (error) {
      if (isUnreadable(error)) return { agreement: agreementDecider.initial, restricted: new Map() };
      throw error;
    }
  }
}
