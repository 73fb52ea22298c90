import type { LogPosition } from '@entente/event-sourcing';
import type { Position } from '@kurrent/kurrentdb-client';

/** As wide as the largest 64-bit number, so that positions sort as text. */
const WIDTH = 20;

export function positionOf({ commit, prepare }: Position): LogPosition {
  return `${String(commit).padStart(WIDTH, '0')}${String(prepare).padStart(WIDTH, '0')}`;
}

/** Throws TypeError for the position of another log. */
export function parsePosition(position: LogPosition): Position {
  if (!/^\d{40}$/.test(position)) throw new TypeError(`"${position}" is no position of this log`);
  return { commit: BigInt(position.slice(0, WIDTH)), prepare: BigInt(position.slice(WIDTH)) };
}
