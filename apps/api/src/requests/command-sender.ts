import type { Actor } from '@entente/access';
import { commandIdFrom, Facts, type Header, type Message } from '@entente/application';
import type { Answer } from '@entente/event-sourcing';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';

import { CommandRefused } from '../problems/command-refused.js';
import type { CommandHeaders } from './command-headers.js';

export type Accepted = Extract<Answer, { readonly accepted: true }>;

type MessageClass<Body extends { readonly type: string }> = new (
  sender: Actor,
  header: Header,
  target: string,
  body: Body,
) => Message<Body>;

/** The one way of a command from HTTP to the bus. */
@Injectable()
export class CommandSender {
  constructor(
    private readonly bus: CommandBus,
    private readonly facts: Facts,
  ) {}

  /** The same person's same idempotency key makes the same id; without a key every request is a command of its own. */
  header(personId: string, space: string, headers: CommandHeaders): Header {
    const { idempotencyKey, correlationId, expectedRevision } = headers;
    const commandId =
      idempotencyKey === undefined
        ? randomUUID()
        : commandIdFrom(this.facts.sha1, space, personId, idempotencyKey);
    return {
      commandId,
      causationId: commandId,
      correlationId: correlationId ?? randomUUID(),
      ...(expectedRevision === undefined ? {} : { expectedRevision }),
    };
  }

  /** Throws CommandRefused. */
  async send<Body extends { readonly type: string }>(
    Message: MessageClass<Body>,
    sender: Actor,
    header: Header,
    target: string,
    body: Body,
  ): Promise<Accepted> {
    const answer = await this.bus.execute<Message<Body>, Answer>(new Message(sender, header, target, body));
    if (!answer.accepted) throw new CommandRefused(answer.refusal);
    return answer;
  }
}
