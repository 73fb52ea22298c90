import type { FoundDays } from '@entente/directory';
import type { Refused } from '@entente/event-sourcing';

export interface HolidaysAsked {
  /** ISO 3166-1, two letters. */
  readonly country: string;
  /** Part of it, as ISO 3166-2 has it after the hyphen; absent: what the whole country has off. */
  readonly region?: string;
  readonly first: number;
  readonly last: number;
  /** What is later than this cannot always be known. */
  readonly thisYear: number;
}

export interface HolidaysFound extends FoundDays {
  /** Years asked for whose days nobody knows yet: they stay provisional. */
  readonly leftOut: readonly number[];
}

export type HolidaysRefusal =
  'unknown-country' | 'unknown-region' | 'country-has-own-list' | 'years-reversed' | 'years-not-known';

/** Public holidays of countries, by their laws. */
export abstract class HolidaySource {
  abstract daysOf(asked: HolidaysAsked): Promise<HolidaysFound | Refused<HolidaysRefusal>>;
}
