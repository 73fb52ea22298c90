import type { Actor } from '@entente/access';
import type { Answer } from '@entente/event-sourcing';
import { Command } from '@nestjs/cqrs';

/** What travels with every command beside its body. */
export interface Header {
  /** UUIDv5(space, actor, idempotency key), or a fresh UUID when the sender gave no key. */
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** Revision the sender saw (`If-Match`). */
  readonly expectedRevision?: number;
}

/** A command on its way through the bus: who sends it, to which stream, and what it says. */
export abstract class Message<Body extends { readonly type: string }> extends Command<Answer> {
  constructor(
    readonly sender: Actor,
    readonly header: Header,
    /** Id of the agreement, organisation, person or register it is for. */
    readonly target: string,
    readonly body: Body,
  ) {
    super();
  }
}
