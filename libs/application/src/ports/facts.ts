import type { OverrideRule, WorkflowDefinition } from '@entente/agreement';
import type { Calendar, Calendars } from '@entente/calendar';
import type { Sha1 } from '@entente/canonical';
import {
  NO_KEYS,
  type CommandPorts,
  type EventStore,
  type KnownStreams,
  type SealPort,
} from '@entente/event-sourcing';

import type { Files } from './files.js';
import { KnownCalendars, readCalendar, type ReadCalendar } from './known-calendars.js';
import { KnownDefinitions } from './known-definitions.js';
import type { RecentDirectory } from './recent.js';

/** What the command path and the rules need beside the command; the engine provides it. */
export abstract class Facts implements CommandPorts {
  abstract readonly store: EventStore;
  abstract readonly sha1: Sha1;
  /** Both spare a command its reads; without them it reads. */
  readonly streams?: KnownStreams;
  readonly directory?: RecentDirectory;
  readonly seals?: SealPort;
  /** Without them there are no files. */
  readonly files?: Files;
  readonly #definitions = new KnownDefinitions();
  readonly #calendars = new KnownCalendars();

  /** The definition an agreement of the space is pinned to, `name@version`. */
  definitionOf(space: string, nameAtVersion: string): Promise<WorkflowDefinition | undefined> {
    return this.#definitions.named(this.store, space, nameAtVersion);
  }

  newestOf(space: string, kind: string): Promise<WorkflowDefinition | undefined> {
    return this.#definitions.newest(this.store, space, kind);
  }

  /** The same value with names, contacts and free texts that are sealed in it read; null for what was erased. */
  read<Value>(value: Value): Promise<Value> {
    return (this.seals ?? NO_KEYS).read(value);
  }

  /** The calendars whose working days count for what is due from now on. */
  async calendarsNow(space: string): Promise<Calendars> {
    const [calendar] = await this.newestCalendars(space, [this.calendarId]);
    if (!calendar) throw new RangeError(`there is no calendar ${this.calendarId} in ${space}`);
    return calendar;
  }

  /** The newest version of each, in the same order; one that there is none of is left out. */
  async newestCalendars(space: string, ids: readonly string[]): Promise<readonly Calendar[]> {
    const read = this.#calendarsIn(space);
    const found = await Promise.all(ids.map((id) => this.#calendars.newest(space, id, read)));
    return found.filter((calendar) => calendar !== undefined);
  }

  /** Those that due dates were counted with, by the names the dates give them. Throws RangeError for an unknown one. */
  calendarsNamed(space: string, names: readonly string[]): Promise<(name: string) => Calendars> {
    return this.#calendars.named(space, names, this.#calendarsIn(space));
  }

  #calendarsIn(space: string): ReadCalendar {
    return (id) => readCalendar(this.store, space, id);
  }

  /** After one was published through this process. */
  calendarsChanged(): void {
    this.#calendars.changed();
  }

  /** Of the calendar whose working days count here. */
  readonly calendarId: string = 'cn';
  /** IANA zone in which this installation means local days. */
  abstract readonly zone: string;
  /** Version of the time zone database in use. */
  abstract readonly tzdb: string;
  /** How this office puts a second person behind what one alone may not do. */
  readonly overrides: OverrideRule = 'by-two';
  abstract now(space: string): string;
  abstract newSalt(): string;
  abstract mac(text: string): string;
  /** SHA-256 of the text's UTF-8 bytes, hex. */
  abstract sha256(text: string): string;
}
