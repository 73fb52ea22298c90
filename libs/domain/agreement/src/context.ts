import type { Calendars } from '@entente/calendar';
import type { Circumstances } from '@entente/event-sourcing';

import type { FileReference, LocalText, OverrideRule } from './words.js';
import type { WorkflowDefinition } from './workflow/definition.js';

/** What an agreement needs to know of an organisation, read from its stream. */
export interface OrganisationSnapshot {
  readonly organisationId: string;
  /** Revision of its stream at which it was read. */
  readonly revision: number;
  readonly name: LocalText;
  readonly positions: readonly {
    readonly positionId: string;
    readonly title: LocalText;
    readonly personId: string;
  }[];
}

/** The calendars of due dates by the name the dates give them: as they were counted, and the newest versions of the same. */
export interface RecountCalendars {
  named(name: string): Calendars;
  newest(name: string): Calendars;
}

/** The facts of elsewhere that an agreement's rules need; what was used is copied or pinned in the events. */
export interface AgreementContext {
  readonly definition: WorkflowDefinition;
  /** The coordinating department's. */
  readonly calendar: Calendars;
  /** Those of the parties, for a definition that asks for them. */
  readonly partyCalendars?: Calendars;
  /** For the open deadlines, when they are to be counted anew. */
  readonly recount?: RecountCalendars;
  /** IANA zone in which local days are meant. */
  readonly zone: string;
  /** Version of the time zone database, e.g. `2026b`. */
  readonly tzdb: string;
  /** SHA-256 of the text's UTF-8 bytes, hex. */
  readonly sha256: (text: string) => string;
  /** Those the command names, in any order; one that does not exist is missing. */
  readonly organisations: readonly OrganisationSnapshot[];
  /** The stored file the command names; absent when there is none. */
  readonly file?: FileReference;
  /** The desk the command names, at the revision at which it was seen; absent when there is none. */
  readonly desk?: { readonly deskId: string; readonly revision: number };
  /** The definition the command would have it go by; absent when there is none. */
  readonly target?: WorkflowDefinition;
  /** How this office puts a second person behind what one alone may not do. */
  readonly overrides: OverrideRule;
  /** The day of the signature that is told, or put right, when nobody held the position that signs on it. */
  readonly vacantOn?: string;
  /** The agreement that this one is said to repeat, at the revision at which it was seen. */
  readonly duplicated?: { readonly agreementId: string; readonly revision: number };
}

/** All that a decision about an agreement may look at beside its state and the command. */
export type Situation = AgreementContext & Circumstances;
