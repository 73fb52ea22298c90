import { ReminderDirectory, type Facts, type PositionHolder } from '@entente/application';
import { parseStreamName, type EventEnvelope, type EventStore } from '@entente/event-sourcing';

import type { Planted } from './office.js';

/** Bugs to be found: each is a rule that somebody forgot. */
export const planted = {
  'a working Saturday is taken for a day off': {
    calendar: (calendar) => ({
      ...calendar,
      days: calendar.days.filter(({ kind }) => kind !== 'make-up-working-day'),
    }),
  },
  'reminders go on after it is done': { facts: withoutEnds },
  'whoever held the position first is reminded': { directory: (directory) => new FirstHolders(directory) },
} satisfies Record<string, Planted>;

/** Reads the log as if nothing had ever been met. */
function withoutEnds(facts: Facts): Facts {
  const { store } = facts;
  const forgetful: EventStore = new Proxy(store, {
    get(target, name) {
      if (name === 'read')
        return async function* read(...asked: Parameters<EventStore['read']>) {
          for await (const recorded of target.read(...asked))
            yield { ...recorded, event: forgotten(recorded.event) };
        };
      return boundTo(target, name);
    },
  });
  return new Proxy(facts, {
    get: (target, name) => (name === 'store' ? forgetful : boundTo(target, name)),
  });
}

/** What is private to an object cannot be reached through a proxy of it. */
function boundTo(target: object, name: string | symbol): unknown {
  const member: unknown = Reflect.get(target, name);
  return typeof member === 'function' ? (member.bind(target) as unknown) : member;
}

function forgotten(event: EventEnvelope): EventEnvelope {
  const isEnd = parseStreamName(event.stream).category === 'agreement' && event.type === 'DeadlineMet';
  return isEnd ? { ...event, type: 'DeadlineRecounted' } : event;
}

class FirstHolders extends ReminderDirectory {
  readonly #first = new Map<string, PositionHolder>();

  constructor(private readonly real: ReminderDirectory) {
    super();
  }

  override async holderOf(space: string, positionId: string): Promise<PositionHolder | undefined> {
    const found = this.#first.get(positionId) ?? (await this.real.holderOf(space, positionId));
    if (found) this.#first.set(positionId, found);
    return found;
  }

  override deskHolderOf(
    ...asked: Parameters<ReminderDirectory['deskHolderOf']>
  ): ReturnType<ReminderDirectory['deskHolderOf']> {
    return this.real.deskHolderOf(...asked);
  }

  override deskOf(
    ...asked: Parameters<ReminderDirectory['deskOf']>
  ): ReturnType<ReminderDirectory['deskOf']> {
    return this.real.deskOf(...asked);
  }

  override representativesOf(
    ...asked: Parameters<ReminderDirectory['representativesOf']>
  ): ReturnType<ReminderDirectory['representativesOf']> {
    return this.real.representativesOf(...asked);
  }

  override personOf(
    ...asked: Parameters<ReminderDirectory['personOf']>
  ): ReturnType<ReminderDirectory['personOf']> {
    return this.real.personOf(...asked);
  }
}
