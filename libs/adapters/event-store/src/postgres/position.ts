import type { LogPosition } from '@entente/event-sourcing';

/** As wide as the largest bigint, so that positions sort as text. */
const WIDTH = 20;

/** `number` is a bigint of PostgreSQL as text, whatever the pool makes of other values. */
export function positionOf(number: string): LogPosition {
  return number.padStart(WIDTH, '0');
}

/** The bigint of a position as text; 0, which no event has, stands for the log's start. Throws TypeError. */
export function numberOf(position: LogPosition | undefined): string {
  if (position === undefined) return '0';
  if (!/^\d{20}$/.test(position)) throw new TypeError(`"${position}" is no position of this log`);
  return BigInt(position).toString();
}

/** Positions have no gaps, so they count events. */
export function eventsBetween(after: LogPosition | undefined, upTo: LogPosition): number {
  return Number(BigInt(numberOf(upTo)) - BigInt(numberOf(after)));
}

export function isAfter(position: LogPosition | undefined, other: LogPosition | undefined): boolean {
  return position !== undefined && (other === undefined || position > other);
}
