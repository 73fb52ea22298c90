/**
 * The newest log position this page knows of, from its own writes and from live news. Sent along with each question,
 * so that a list never answers with what was there before the button was pressed.
 */
let newest: string | null = null;

export function saw(position: string): void {
  if (newest === null || BigInt(position) > BigInt(newest)) newest = position;
}

export const seenPosition = (): string | null => newest;

/** Another space has another log: its positions do not compare. */
export function forgetSeen(): void {
  newest = null;
}
