import type { Fact } from '@entente/event-sourcing';

import type { DeadlineKind, LocalText, StageName } from '../words.js';
import type { ReminderPolicy } from './reminder-policy.js';

/**
 * The one type of every stage change. `conditions` are those that held, under their versioned names. What the
 * definition says of the stage stands here too, so that a fold needs no definition.
 */
export type StageEntered = Fact<
  'StageEntered',
  {
    readonly from: StageName | null;
    readonly to: StageName;
    readonly transition: string;
    readonly conditions: readonly (string | { readonly name: string; readonly count: number })[];
    readonly title: LocalText;
    /** What can be done in it, under versioned names. */
    readonly activities: readonly string[];
    /** Commands by which it can be left. */
    readonly moves: readonly string[];
    /** Nothing leads out of it. */
    readonly final: boolean;
  }
>;
export type DeadlineSet = Fact<
  'DeadlineSet',
  {
    /** `{stage}-{revision of its start}`, `milestone-{milestoneId}` or `signed-copy-{revision of the signing's end}`. */
    readonly deadlineId: string;
    readonly kind: DeadlineKind;
    /** The stage or milestone it belongs to; the same as its kind for a signed copy. */
    readonly subject: string;
    /** `P10D working` or `on 2027-03-31`. */
    readonly rule: string;
    /** `{calendarId}@{version}`. */
    readonly calendar: string;
    readonly zone: string;
    readonly tzdb: string;
    readonly localDate: string;
    /** End of the local date: the first instant at which it is missed, UTC ISO text. */
    readonly dueAt: string;
    /** The calendar has no published data for some day of the way. */
    readonly provisional: boolean;
    /** Reminder policy it was set with. */
    readonly remind: ReminderPolicy;
  }
>;
/** `lateRecorded`: what was due had been done in time, and was recorded after it. */
export type DeadlineMet = Fact<'DeadlineMet', { readonly deadlineId: string; readonly lateRecorded?: true }>;
/** Its day is over and it was not met. It stays open: what is due is still to be done. */
export type DeadlineMissed = Fact<'DeadlineMissed', { readonly deadlineId: string }>;
/** The duty fell away without being done. */
export type DeadlineCancelled = Fact<'DeadlineCancelled', { readonly deadlineId: string }>;
export type DeadlineWaived = Fact<
  'DeadlineWaived',
  { readonly deadlineId: string; readonly reason: string | null }
>;
/** With newer versions of its calendars it falls on another day; how it stands now is told beside it. */
export type DeadlineRecounted = Fact<
  'DeadlineRecounted',
  {
    readonly deadlineId: string;
    /** Local days. */
    readonly from: string;
    readonly to: string;
    readonly calendar: string;
    readonly reason: string | null;
  }
>;
/** Somebody gave it another day; how it stands now is told beside it. */
export type DeadlineMoved = Fact<
  'DeadlineMoved',
  {
    readonly deadlineId: string;
    /** Local days. */
    readonly from: string;
    readonly to: string;
    readonly reason: string | null;
  }
>;
/** No time counts for these until they run on. */
export type DeadlinesSuspended = Fact<
  'DeadlinesSuspended',
  { readonly deadlineIds: readonly string[]; readonly reason: string | null }
>;
/** Each by as many working days later as it stood still; those that are due on another day are set anew beside it. */
export type DeadlinesResumed = Fact<
  'DeadlinesResumed',
  {
    readonly deadlines: readonly {
      readonly deadlineId: string;
      /** Local days. */
      readonly from: string;
      readonly to: string;
    }[];
  }
>;
