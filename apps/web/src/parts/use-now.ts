import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;

let aheadMs = 0;
let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now() + aheadMs;
    for (const tell of listeners) tell();
  }, MINUTE_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The reader's clock and that of their space differ where the demo's was moved ahead. */
export function goAhead(byMs: number): void {
  if (byMs === aheadMs) return;
  aheadMs = byMs;
  now = Date.now() + aheadMs;
  for (const tell of listeners) tell();
}

/** The time of the reader's space at this moment, for what is asked once. */
export const momentNow = (): number => Date.now() + aheadMs;

/** One clock for the page, moving by the minute, so that "3 minutes ago" does not stay true for hours. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
