import type { Calendar, Calendars } from '@entente/calendar';

import { OFFICE_HOURS, type SendWindow } from './send-window.js';

/** How somebody is reminded. */
export interface ReminderPreferences {
  /** Wall clock times where they are, HH:MM. */
  readonly window: { readonly from: string; readonly to: string };
  readonly workingDaysOnly: boolean;
  /** One message a day; else one for each reminder. */
  readonly digest: boolean;
  /** The last local day without reminders; null: none is without. */
  readonly mutedUntil: string | null;
}

/** What somebody said; absent: as the platform has it. */
export type OwnPreferences = {
  readonly [Field in keyof ReminderPreferences]?: NonNullable<ReminderPreferences[Field]>;
};

/** What holds for whoever says nothing. */
export const PLATFORM_PREFERENCES: ReminderPreferences = {
  window: OFFICE_HOURS,
  workingDaysOnly: true,
  digest: true,
  mutedUntil: null,
};

export type EffectivePreferences = {
  readonly [Field in keyof ReminderPreferences]: {
    readonly value: ReminderPreferences[Field];
    readonly origin: 'platform' | 'person';
  };
};

/** Each value with who said so. */
export function effectivePreferences(own: OwnPreferences = {}): EffectivePreferences {
  const said = <Field extends keyof ReminderPreferences>(field: Field): EffectivePreferences[Field] => {
    const value = own[field] ?? PLATFORM_PREFERENCES[field];
    // The compiler does not see that a field's value is of that field.
    return { value, origin: own[field] === undefined ? 'platform' : 'person' } as EffectivePreferences[Field];
  };
  return {
    window: said('window'),
    workingDaysOnly: said('workingDaysOnly'),
    digest: said('digest'),
    mutedUntil: said('mutedUntil'),
  };
}

/** Somebody's closures, of which there are none: every day is open. */
const EVERY_DAY: Calendar = {
  id: 'every-day',
  version: 1,
  kind: 'closures',
  publishedFrom: '0001-01-01',
  publishedTo: '9999-12-31',
  days: [],
};

/** When they may be written to. */
export function windowOf(own: OwnPreferences | undefined, zone: string, calendars: Calendars): SendWindow {
  const { window, workingDaysOnly } = effectivePreferences(own);
  return { zone, ...window.value, calendars: workingDaysOnly.value ? calendars : EVERY_DAY };
}
