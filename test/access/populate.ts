import {
  type FillPosition,
  OpenDesk,
  organisationMessages,
  PlaceLetter,
  PlanMeeting,
  RegisterPerson,
} from '@entente/application';
import type { EventEnvelope, EventStore } from '@entente/event-sourcing';
import { CommandBus } from '@nestjs/cqrs';

import { AGREEMENT } from '../support/agreement-builders.js';
import { DESK_ID, opening } from './desk-rows.js';
import { directory, NOBODY, posts, setUp, viewers } from './people.js';
import { AWAITING, awaiting, letter, MEETING_ID } from './letters.js';

interface Running {
  readonly app: { get(type: typeof CommandBus): CommandBus };
  readonly store: EventStore;
}

/** The people, letters and the meeting of the table, under the same ids; answers the position of the last event. */
export async function populate({ app, store }: Running): Promise<string | undefined> {
  const bus = app.get(CommandBus);
  const header = (commandId: string) => ({ commandId, causationId: commandId, correlationId: commandId });
  let seen: string | undefined;
  const accept = async (message: object): Promise<void> => {
    const answer = await bus.execute<object, { accepted: boolean; position?: string }>(message);
    if (!answer.accepted) throw new Error(JSON.stringify(answer));
    seen = answer.position ?? seen;
  };
  for (const personId of [NOBODY, ...posts.map((post) => post.personId)]) {
    const person = {
      type: 'RegisterPerson',
      name: { en: 'Somebody' },
      email: 'somebody@example.org',
      language: 'en',
    } as const;
    await accept(new RegisterPerson(setUp, header(personId), personId, person));
  }
  for (const { organisationId, commandId, command } of directory) {
    const Message = organisationMessages[command.type] as typeof FillPosition;
    await accept(new Message(setUp, header(commandId), organisationId, command as never));
  }
  await accept(new OpenDesk(setUp, header(DESK_ID), DESK_ID, opening));
  for (const [id, one] of [
    [AGREEMENT, letter],
    [AWAITING, awaiting],
  ] as const) {
    const { outcome } = await store.append(`main.agreement-${id}`, -1, one.envelopes(id) as EventEnvelope[]);
    if (outcome !== 'appended') throw new Error(outcome);
  }
  const coordinator = viewers.get('coordinator');
  if (!coordinator) throw new Error('there is no coordinator');
  const appointment = { at: '2026-12-23T14:00', zone: 'Asia/Shanghai', place: 'Beijing' };
  const plan = { type: 'PlanMeeting', title: { en: 'A meeting' }, ...appointment } as const;
  await accept(new PlanMeeting(coordinator, header(MEETING_ID), MEETING_ID, plan));
  const place = { type: 'PlaceLetter', agreementId: AWAITING, order: 1 } as const;
  await accept(new PlaceLetter(coordinator, header(AWAITING), MEETING_ID, place));
  return seen;
}
