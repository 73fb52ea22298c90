import { dayOf } from './naive-days.js';
import type { NaivePeople } from './naive-people.js';
import type { Ready } from './naive-ready.js';

/** One message a day for a person: what is open after it waits for another day, but for last warnings. */
export class Messages {
  /** By person. */
  readonly #last = new Map<string, string>();

  constructor(
    private readonly people: NaivePeople,
    private readonly refused: ReadonlySet<string>,
  ) {}

  send(ready: readonly Ready[], at: string, later: (opening: string, one: Ready) => void): void {
    for (const own of Map.groupBy(ready, ({ person }) => person.personId).values()) {
      const fresh = this.#once(own, at);
      const further = fresh.filter(({ isEscalation }) => isEscalation);
      const reminders = fresh.filter(({ isEscalation }) => !isEscalation);
      const isAlone = reminders[0]?.person.each === true;
      const isOver = !isAlone && this.#isTold(own[0], at);
      const going = isOver ? reminders.filter(({ isUrgent }) => isUrgent) : reminders;
      this.#message(further, at);
      for (const message of isAlone ? going.map((one) => [one]) : [going]) this.#message(message, at);
      for (const one of reminders.filter((other) => !going.includes(other))) {
        const opening = this.people.tomorrow(one.person, at);
        one.duty.wait(one, opening);
        later(opening, one);
      }
    }
  }

  /** In whichever of their positions: one word of each deadline. */
  #once(own: readonly Ready[], at: string): readonly Ready[] {
    const known = new Set<string>();
    return own.toSorted(byKey).filter((one) => {
      const about = `${one.duty.key} ${one.isEscalation}`;
      if (known.has(about)) one.duty.held(one, 'superseded', at);
      const isFirst = !known.has(about);
      known.add(about);
      return isFirst;
    });
  }

  #message(of: readonly Ready[], at: string): void {
    for (const one of of) {
      if (this.refused.has(one.person.email ?? '')) {
        one.duty.held(one, 'rejected', at);
        continue;
      }
      one.duty.sent(one, of.length - 1, at);
      if (!one.isEscalation) this.#last.set(one.person.personId, at);
    }
  }

  #isTold(one: Ready | undefined, at: string): boolean {
    const last = one && this.#last.get(one.person.personId);
    return last !== undefined && dayOf(last, one?.person.zone ?? '') === dayOf(at, one?.person.zone ?? '');
  }
}

function byKey(one: Ready, other: Ready): number {
  return one.name < other.name ? -1 : 1;
}
