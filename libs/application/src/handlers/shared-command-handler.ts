import type { Actor } from '@entente/access';
import type { PersonCommand } from '@entente/directory';
import {
  decideAndAppend,
  streamName,
  type Answer,
  type CommandOnStream,
  type Fact,
  type UseCase,
} from '@entente/event-sourcing';
import type { Type } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { AgreementMessage, agreementMessages } from '../messages/agreement-messages.js';
import { PublishCalendar } from '../messages/calendar-messages.js';
import {
  DeskMessage,
  deskMessages,
  OrganisationMessage,
  organisationMessages,
  personMessages,
} from '../messages/directory-messages.js';
import { MeetingMessage, meetingMessages } from '../messages/meeting-messages.js';
import type { Message } from '../messages/message.js';
import { AssignReferenceNumbers } from '../messages/register-messages.js';
import { ReminderMessage, reminderMessages } from '../messages/reminder-messages.js';
import { PublishDefinition } from '../messages/workflow-messages.js';
import { Facts } from '../ports/facts.js';
import { agreementUseCase } from '../use-cases/agreement.js';
import { calendarUseCase } from '../use-cases/calendar.js';
import { deskUseCase } from '../use-cases/desk.js';
import { organisationUseCase, personUseCase } from '../use-cases/directory.js';
import { meetingUseCase } from '../use-cases/meeting.js';
import { registerUseCase } from '../use-cases/register.js';
import { remindersUseCase } from '../use-cases/reminders.js';
import { workflowUseCase } from '../use-cases/workflow.js';

type AnyMessage = Message<{ readonly type: string }>;

/** The one handler of every command: finds the rules of its stream and goes the way of every command. */
@Injectable()
export class SharedCommandHandler implements ICommandHandler<AnyMessage, Answer> {
  constructor(private readonly facts: Facts) {}

  execute(message: AnyMessage): Promise<Answer> {
    const { facts } = this;
    if (message instanceof AgreementMessage) {
      return this.run('agreement', agreementUseCase(facts, message.sender), message);
    }
    if (message instanceof OrganisationMessage) {
      return this.changing(this.run('organisation', organisationUseCase(facts, message.sender), message));
    }
    if (isAboutPerson(message)) {
      return this.changing(this.run('person', personUseCase(facts, message.sender), message));
    }
    if (message instanceof DeskMessage) {
      return this.run('desk', deskUseCase(facts, message.sender), message);
    }
    if (message instanceof MeetingMessage) {
      return this.run('meeting', meetingUseCase(facts, message.sender), message);
    }
    if (message instanceof PublishDefinition)
      return this.run('workflow', workflowUseCase(facts, message.sender), message);
    if (message instanceof PublishCalendar) {
      const answer = this.run('calendar', calendarUseCase(facts, message.sender), message);
      return answer.finally(() => {
        facts.calendarsChanged();
      });
    }
    if (message instanceof ReminderMessage)
      return this.run('reminders', remindersUseCase(facts, message.sender), message);
    if (message instanceof AssignReferenceNumbers)
      return this.run('register', registerUseCase(message.sender), message);
    throw new TypeError(`no rules are known for ${message.constructor.name}`);
  }

  private async changing(answer: Promise<Answer>): Promise<Answer> {
    try {
      return await answer;
    } finally {
      // Also when it failed: it may be in the log all the same.
      this.facts.directory?.changed();
    }
  }

  private run<
    State,
    Body extends { readonly type: string },
    F extends Fact<string, object>,
    Context,
    Code extends string,
  >(
    category: string,
    useCase: UseCase<State, Body, F, Context, Code>,
    message: Message<Body>,
  ): Promise<Answer> {
    const { header, sender, body } = message;
    const sent: CommandOnStream<Body> = {
      id: header.commandId,
      stream: streamName(sender.space, category, message.target),
      actor: actorId(sender),
      causationId: header.causationId,
      correlationId: header.correlationId,
      ...(header.expectedRevision === undefined ? {} : { expectedRevision: header.expectedRevision }),
      command: body,
    };
    const { streams } = this.facts;
    const work = (): Promise<Answer> => decideAndAppend(this.facts, useCase, sent);
    return streams ? streams.inTurn(sent.stream, work) : work();
  }
}

function isAboutPerson(message: AnyMessage): message is Message<PersonCommand> {
  return Object.values(personMessages).some((Known) => message instanceof Known);
}

function actorId(actor: Actor): string {
  return 'personId' in actor ? actor.personId : (actor.onBehalfOf?.personId ?? actor.system);
}

const handledMessages: readonly Type<AnyMessage>[] = [
  ...Object.values(agreementMessages),
  ...Object.values(meetingMessages),
  ...Object.values(organisationMessages),
  ...Object.values(deskMessages),
  ...Object.values(personMessages),
  AssignReferenceNumbers,
  PublishDefinition,
  PublishCalendar,
  ...Object.values(reminderMessages),
] as readonly Type<AnyMessage>[];

/** @nestjs/cqrs binds one command class to a handler class, so each message gets a subclass of the shared one. */
export const commandHandlers: readonly Type<ICommandHandler>[] = handledMessages.map((message) => {
  const Handler = { [`${message.name}Handler`]: class extends SharedCommandHandler {} }[
    `${message.name}Handler`
  ];
  if (!Handler) throw new TypeError(`no handler for ${message.name}`);
  // The subclass is made after the decorators' metadata of its parent: its constructor's types are named here.
  Reflect.defineMetadata('design:paramtypes', [Facts], Handler);
  CommandHandler(message)(Handler);
  return Handler;
});
