import type { DeskHolder, LocalText } from './events.js';
import type { Source } from './organisation-state.js';

/** Somebody at the desk, from a day and up to, without it, another. */
export interface DeskTenure extends DeskHolder {
  readonly until?: string;
  /** The event that offered the desk, or gave it without asking. */
  readonly granted: Source;
  /** The event by which it was accepted, where somebody was asked. */
  readonly accepted?: Source;
  readonly reason?: string | null;
}

export interface DeskOffer extends DeskHolder {
  readonly source: Source;
}

export interface OpenedDesk {
  readonly status: 'open';
  readonly name: LocalText;
  /** UTC ISO text. */
  readonly openedAt: string;
  /** By day, without overlaps; the last may begin on a day that has not come yet. */
  readonly tenures: readonly DeskTenure[];
  readonly offer?: DeskOffer;
}

export type Desk = { readonly status: 'none' } | OpenedDesk;

/** Who sits at the desk on a local day. */
export function deskHolderOn({ tenures }: OpenedDesk, day: string): DeskTenure | undefined {
  return tenures.find(({ from, until }) => from <= day && (until === undefined || day < until));
}
