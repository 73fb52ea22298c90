/** One day that is not what its weekday says. */
export interface CalendarDay {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly kind: 'holiday' | 'make-up-working-day';
  readonly name: { readonly zh: string; readonly en: string };
}

/** A versioned list of days. Plain data, so that an old due date computes the same years later. */
export interface Calendar {
  readonly id: string;
  readonly version: number;
  /** First and last day the list was published for, YYYY-MM-DD; days outside are provisional. */
  readonly publishedFrom: string;
  readonly publishedTo: string;
  readonly days: readonly CalendarDay[];
  /** Days of the week off, 1 for Monday to 7 for Sunday (ISO 8601). Absent: Saturday and Sunday. */
  readonly weekend?: readonly number[];
  /** `closures`: an organisation's own days off, beside its country's calendar; what is not listed is open and final. */
  readonly kind?: 'closures';
}

/** One calendar, or several that apply together: then a day counts when it is a working day of each. */
export type Calendars = Calendar | readonly Calendar[];

export interface DayStatus {
  readonly working: boolean;
  /** No published data: statutory days from fixed and lunar dates plus weekends. */
  readonly provisional: boolean;
  readonly name?: { readonly zh: string; readonly en: string };
}

export interface DueDate {
  /** YYYY-MM-DD */
  readonly localDate: string;
  /** The first instant after the local date in its zone: UTC ISO text with three fraction digits. */
  readonly dueAt: string;
  readonly provisional: boolean;
}
