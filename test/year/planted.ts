import { ReminderDirectory, type Facts, type PositionHolder } from '@entente/application';
import { parseStreamName, type EventEnvelope, type EventStore } from '@entente/event-sourcing';

import type { Planted } from './year-facts.js';

/** Bugs to be found: each is a rule that somebody forgot. */
export const planted = {
  'a working Saturday is taken for a day off': {
    calendar: (calendar) => ({
      ...calendar,
      days: calendar.days.filter(({ kind }) => kind !== 'make-up-working-day'),
    }),
  },
  'reminders go on after it is done': {
    // Each that goes on is looked at again at every moment: a few days of that are enough.
    until: '2027-01-14T12:00:00.000Z',
    facts: (facts) => retold(facts, 'agreement', 'DeadlineMet', 'DeadlineRecounted'),
  },
  'whoever held the position first is reminded': { directory: firstHolders },
  'everybody is reminded by the clock of Shanghai': { directory: inOneZone },
  'mail goes on to an address that it came back from': { directory: neverReturned },
} satisfies Record<string, Planted & { readonly until?: string }>;

/** Reads the log as if, in streams of a category, one thing that was said had been another. */
function retold(facts: Facts, category: string, type: string, as: string): Facts {
  const { store } = facts;
  const retelling = (event: EventEnvelope): EventEnvelope =>
    event.type === type && parseStreamName(event.stream).category === category
      ? { ...event, type: as }
      : event;
  const forgetful: EventStore = new Proxy(store, {
    get(target, name) {
      if (name === 'read')
        return async function* read(...asked: Parameters<EventStore['read']>) {
          for await (const recorded of target.read(...asked))
            yield { ...recorded, event: retelling(recorded.event) };
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

/** Everybody the directory tells of, as they are told here. */
class Retold extends ReminderDirectory {
  constructor(
    private readonly real: ReminderDirectory,
    private readonly retell: (holder: PositionHolder, positionId?: string) => PositionHolder,
  ) {
    super();
  }

  override async holderOf(space: string, positionId: string): Promise<PositionHolder | undefined> {
    const found = await this.real.holderOf(space, positionId);
    return found && this.retell(found, positionId);
  }

  override async deskHolderOf(
    ...asked: Parameters<ReminderDirectory['deskHolderOf']>
  ): ReturnType<ReminderDirectory['deskHolderOf']> {
    const found = await this.real.deskHolderOf(...asked);
    return found && this.retell(found);
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

function firstHolders(directory: ReminderDirectory): ReminderDirectory {
  const first = new Map<string, PositionHolder>();
  return new Retold(directory, (holder, positionId = '') => {
    const known = positionId === '' ? holder : (first.get(positionId) ?? holder);
    first.set(positionId, known);
    return known;
  });
}

/** As if all mail had arrived. */
function neverReturned(directory: ReminderDirectory): ReminderDirectory {
  return new Retold(directory, ({ bounced: _, ...holder }) => holder);
}

/** As if all clocks showed what Shanghai's do. */
function inOneZone(directory: ReminderDirectory): ReminderDirectory {
  return new Retold(directory, ({ zone: _, ...holder }) => holder);
}
