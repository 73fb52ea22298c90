import { canonicalText } from '@entente/canonical';
import { refuse, type Refused, type Stamped } from '@entente/event-sourcing';

import { dateFault, localToday, reasonFault } from './checks.js';
import type { ReminderPreferencesSet, ReminderWindow } from './events.js';
import type { DirectoryRefusalCode } from './refusals.js';

/** Those named change, null gives one back to the platform; the others stay. */
export interface SetReminderPreferences {
  readonly type: 'SetReminderPreferences';
  readonly window?: ReminderWindow | null;
  readonly workingDaysOnly?: boolean | null;
  readonly digest?: boolean | null;
  /** The last local day without reminders. */
  readonly mutedUntil?: string | null;
  /** Why; with a day. */
  readonly muteReason?: string;
}

/** What somebody said; absent: as the platform has it. */
export interface ReminderSettings {
  readonly window?: ReminderWindow;
  readonly workingDaysOnly?: boolean;
  readonly digest?: boolean;
  readonly mutedUntil?: string;
  readonly muteReason?: string;
}

const FIELDS = ['window', 'workingDaysOnly', 'digest', 'mutedUntil'] as const;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const SHORTEST_MINUTES = 60;
const MAX_MUTE_DAYS = 366;

type Fault = Refused<DirectoryRefusalCode> | undefined;

export function setReminderPreferences(
  known: ReminderSettings,
  command: SetReminderPreferences,
  moment: { readonly now: string; readonly zone: string },
): readonly ReminderPreferencesSet[] | Refused<DirectoryRefusalCode> {
  const { mutedUntil, muteReason } = command;
  const changed = FIELDS.filter((field) => differs(known[field], command[field]));
  const isOtherReason = typeof mutedUntil === 'string' && muteReason !== known.muteReason;
  if (changed.length === 0 && !isOtherReason) return [];
  const fault = windowFault(command.window) ?? muteFault(mutedUntil, muteReason, moment);
  if (fault) return fault;
  const data = {
    ...Object.fromEntries(changed.map((field) => [field, command[field]])),
    ...(typeof mutedUntil === 'string' ? { mutedUntil, muteReason: muteReason ?? null } : {}),
  };
  return [{ type: 'ReminderPreferencesSet', data }];
}

export function evolveReminderSettings(
  known: ReminderSettings,
  { data }: Stamped<ReminderPreferencesSet>,
): ReminderSettings {
  const said = { ...known, ...data };
  // A reason belongs to its day.
  const names = said.mutedUntil ? ([...FIELDS, 'muteReason'] as const) : FIELDS;
  const kept = names.flatMap((name) => {
    const value = said[name];
    return value === undefined || value === null ? [] : [[name, value]];
  });
  return Object.fromEntries(kept) as ReminderSettings;
}

function differs(known: unknown, said: unknown): boolean {
  return said !== undefined && canonicalText({ value: known ?? null }) !== canonicalText({ value: said });
}

function windowFault(window: ReminderWindow | null | undefined): Fault {
  if (!window) return undefined;
  const { from, to } = window;
  const isWide = TIME.test(from) && TIME.test(to) && minutesOf(to) - minutesOf(from) >= SHORTEST_MINUTES;
  return isWide ? undefined : refuse('invalid-window', { field: 'window' });
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function muteFault(
  until: string | null | undefined,
  reason: string | undefined,
  moment: { readonly now: string; readonly zone: string },
): Fault {
  if (typeof until !== 'string') return undefined;
  const fault = dateFault('mutedUntil', until);
  if (fault) return fault;
  const today = localToday(moment);
  if (until < today) return refuse('date-in-past', { field: 'mutedUntil', facts: { today } });
  const latest = Temporal.PlainDate.from(today).add({ days: MAX_MUTE_DAYS }).toString();
  if (until > latest) return refuse('date-too-far', { field: 'mutedUntil', facts: { latest } });
  return reason === undefined
    ? refuse('text-missing', { field: 'muteReason' })
    : renamed(reasonFault(reason), 'muteReason');
}

function renamed(fault: Fault, field: string): Fault {
  return fault && { refused: { ...fault.refused, field } };
}
