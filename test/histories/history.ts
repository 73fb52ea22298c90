import { agreementDecider, registerDecider, workflowDecider } from '@entente/agreement';
import { calendarDecider, deskDecider, organisationDecider, personDecider } from '@entente/directory';
import {
  ERASED,
  parseStreamName,
  stateOf,
  upcast,
  withoutSeals,
  type Decider,
  type EventEnvelope,
  type Fact,
} from '@entente/event-sourcing';
import { meetingDecider } from '@entente/meeting';
import { sentence, type Names } from '@entente/narrative';
import { remindersDecider } from '@entente/reminder';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A stream as some version of the program wrote it, and what it must mean to every later one. */
export interface History {
  readonly stream: string;
  /** Never changed once stored: they stand for what is in people's logs. */
  readonly events: readonly EventEnvelope[];
  readonly state: unknown;
  readonly sentences: readonly { readonly en: string; readonly zh: string }[];
}

const folder = path.join(import.meta.dirname, 'streams');

export function storedHistories(): ReadonlyMap<string, History> {
  const names = readdirSync(folder).map((file) => path.basename(file, '.json'));
  return new Map(
    names.map((name) => [name, JSON.parse(readFileSync(fileOf(name), 'utf8')) as History] as const),
  );
}

export function storeHistory(name: string, history: History): void {
  writeFileSync(fileOf(name), `${JSON.stringify(history, null, 2)}\n`);
}

/** What the stored events mean to the program as it is. */
export function read({ stream, events }: History): History {
  const decider = deciders[parseStreamName(stream).category];
  if (!decider) throw new Error(`nobody decides on ${stream}`);
  const current = events.map((event) => upcast(decider, event));
  // Told as to somebody who has no key: stored histories have none.
  const sentences = current.map(opened).map((event) => ({
    en: sentence(event, nobody, 'en'),
    zh: sentence(event, nobody, 'zh'),
  }));
  return { stream, events, state: plain(stateOf(decider, current)), sentences };
}

/** What is sealed, as if its key had been destroyed. */
export function opened<Value>(value: Value): Value {
  return withoutSeals(value, () => ERASED);
}

type AnyDecider = Decider<unknown, never, Fact<string, object>, never, string>;

// A stream's name says which facts are in it; the compiler cannot know.
const deciders: Readonly<Record<string, AnyDecider>> = {
  agreement: agreementDecider,
  calendar: calendarDecider,
  desk: deskDecider,
  meeting: meetingDecider,
  organisation: organisationDecider,
  person: personDecider,
  register: registerDecider,
  reminders: remindersDecider,
  workflow: workflowDecider,
};

const unknown = (): undefined => undefined;
const nobody: Names = { person: unknown, organisation: unknown, position: unknown, milestone: unknown };

function fileOf(name: string): string {
  return path.join(folder, `${name}.json`);
}

/** As JSON holds it; a set as a sorted list. */
function plain(value: unknown): unknown {
  const bare = (_: string, member: unknown): unknown => (member instanceof Set ? [...member].sort() : member);
  return JSON.parse(JSON.stringify(value, bare));
}
