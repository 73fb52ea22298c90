import type { Logged } from './logged.js';
import { NaiveDuty } from './naive-duty.js';
import { NaiveLetter } from './naive-letter.js';
import { Messages } from './naive-messages.js';
import { named, NaivePeople } from './naive-people.js';
import type { Ready } from './naive-ready.js';

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
  /** What came back of mails, and when. */
  readonly returned: readonly Returned[];
  readonly until: string;
}

export interface Returned {
  readonly address: string;
  readonly sentAt: string;
  readonly at: string;
}

/** Every line that there must be, and no other, of who was reminded of what and when. */
export function expectedLines({ facts, outages, refused, returned, until }: NaiveWorld): readonly string[] {
  const people = new NaivePeople(facts);
  const streams = Map.groupBy(facts, (fact) => fact.stream);
  const elsewhere = facts.filter(({ stream }) => !['agreement', 'reminders'].includes(named(stream)[0]));
  const changes = [...new Set([...elsewhere, ...returned].map(({ at }) => at))];
  const lines: string[] = [];
  const agenda = new Agenda(outages);
  const duties: NaiveDuty[] = [];
  const beside = new Map<NaiveDuty, readonly NaiveDuty[]>();
  for (const [stream, own] of streams) {
    const [kind, id] = named(stream);
    if (kind !== 'agreement') continue;
    const said = (streams.get(stream.replace('agreement-', 'reminders-')) ?? []).filter(isSaid);
    const letter = new NaiveLetter(id, own, said);
    lines.push(...letter.wrongDays((calendarId, at) => people.newest(calendarId, at)));
    const moments = new Set([...changes, ...own.map(({ at }) => at), ...said.map(({ at }) => at)]);
    const ofLetter = letter.deadlines.map((deadline) => {
      const duty = new NaiveDuty(people, letter, deadline, lines);
      for (const at of moments) if (at >= deadline.fact.at) agenda.note(at, duty);
      return duty;
    });
    for (const duty of ofLetter) beside.set(duty, ofLetter);
    letter.duties.push(...ofLetter);
    duties.push(...ofLetter);
  }
  const byKey = new Map(duties.map((duty) => [duty.key, duty]));
  const messages = new Messages(people, refused);
  const left = returned.toSorted((one, other) => (one.at < other.at ? -1 : 1));
  for (let next = agenda.next(); next !== undefined && next.at <= until; next = agenda.next()) {
    const { at } = next;
    while (left[0] && left[0].at <= at) {
      const { address, sentAt, at: backAt } = left.shift() ?? left[0];
      for (const duty of duties) duty.cameBack(address, sentAt, backAt);
    }
    const ready: Ready[] = [];
    for (const duty of next.duties) {
      const later = (moment: string): void => agenda.note(moment, duty);
      const laterAll = (moment: string): void => {
        for (const one of beside.get(duty) ?? []) if (moment >= one.since) agenda.note(moment, one);
      };
      ready.push(...duty.look(at, { later, laterAll }));
    }
    messages.send(ready, at, (later, { duty: { key } }) => {
      const duty = byKey.get(key);
      if (duty) agenda.note(later, duty);
    });
  }
  return lines;
}

/** What people said, and no program. */
function isSaid({ type }: Logged): boolean {
  return [
    'ReminderPolicySet',
    'RemindersMuted',
    'RemindersUnmuted',
    'ReminderAcknowledged',
    'ReminderSnoozed',
    'DutyHandedOver',
    'ToldByHand',
  ].includes(type);
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
