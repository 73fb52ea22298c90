import type { Logged } from './logged.js';
import { NaiveDuty, type Ready } from './naive-duty.js';
import { NaiveLetter } from './naive-letter.js';
import { Messages } from './naive-messages.js';
import { named, NaivePeople } from './naive-people.js';

/** While it lasts nobody is reminded. */
export interface Outage {
  readonly from: string;
  readonly to: string;
}

export interface NaiveWorld {
  readonly facts: readonly Logged[];
  readonly outages: readonly Outage[];
  /** Addresses that the mail server refuses for good. */
  readonly refused: ReadonlySet<string>;
  readonly until: string;
}

/** Every line that there must be, and no other, of who was reminded of what and when. */
export function expectedLines({ facts, outages, refused, until }: NaiveWorld): readonly string[] {
  const people = new NaivePeople(facts);
  const elsewhere = facts.filter(({ stream }) => !['agreement', 'reminders'].includes(named(stream)[0]));
  const changes = [...new Set(elsewhere.map(({ at }) => at))];
  const lines: string[] = [];
  const agenda = new Agenda(outages);
  for (const [stream, own] of Map.groupBy(facts, (fact) => fact.stream)) {
    const [kind, id] = named(stream);
    if (kind !== 'agreement') continue;
    const letter = new NaiveLetter(id, own);
    lines.push(...letter.wrongDays((calendarId, at) => people.newest(calendarId, at)));
    for (const deadline of letter.deadlines) {
      const duty = new NaiveDuty(people, letter, deadline, lines);
      const moments = [...changes, ...own.map(({ at }) => at), ...deadline.steps.map(({ at }) => at)];
      for (const at of new Set(moments)) if (at >= deadline.fact.at) agenda.note(at, duty);
    }
  }
  const messages = new Messages(people, refused);
  for (let next = agenda.next(); next !== undefined && next.at <= until; next = agenda.next()) {
    const { at } = next;
    const ready: Ready[] = [];
    for (const duty of next.duties) ready.push(...duty.look(at, (later) => agenda.note(later, duty)));
    messages.send(ready, at, (later, { duty }) => agenda.note(later, duty));
  }
  return lines;
}

/** What is to be looked at when: at the first moment from then on at which anybody was there to look. */
class Agenda {
  readonly #at = new Map<string, Set<NaiveDuty>>();
  /** The earliest last. */
  readonly #moments: string[] = [];

  constructor(private readonly outages: readonly Outage[]) {}

  note(moment: string, duty: NaiveDuty): void {
    const at = this.outages.find(({ from, to }) => from <= moment && moment < to)?.to ?? moment;
    const known = this.#at.get(at);
    if (known) {
      known.add(duty);
      return;
    }
    this.#at.set(at, new Set([duty]));
    let [low, high] = [0, this.#moments.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#moments[middle] ?? '') > at) low = middle + 1;
      else high = middle;
    }
    this.#moments.splice(low, 0, at);
  }

  next(): { readonly at: string; readonly duties: readonly NaiveDuty[] } | undefined {
    const at = this.#moments.pop();
    if (at === undefined) return undefined;
    const duties = [...(this.#at.get(at) ?? [])];
    this.#at.delete(at);
    return { at, duties };
  }
}
