import type { LogPosition } from '@entente/event-sourcing';

const FIRST_LOOK_MS = 5;
const MAX_LOOK_MS = 100;

/** Who waits for a consumer to reach a position: told at once in this process, by looking when another one works. */
export class Waiters {
  readonly #reached = new Map<string, LogPosition>();
  readonly #waiting = new Map<string, Set<() => void>>();

  moved(name: string, position: LogPosition): void {
    if (position > (this.#reached.get(name) ?? '')) this.#reached.set(name, position);
    for (const wake of this.#waiting.get(name) ?? []) wake();
  }

  async wait(
    name: string,
    position: LogPosition,
    timeoutMs: number,
    look: () => Promise<LogPosition | undefined>,
  ): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    // What this process moves it will soon have moved; looking would only take time from that.
    let isDue = !this.#reached.has(name);
    for (let pause = FIRST_LOOK_MS; ; pause = Math.min(2 * pause, MAX_LOOK_MS)) {
      if ((this.#reached.get(name) ?? '') >= position) return true;
      const left = deadline - performance.now();
      if ((isDue || left <= 0) && ((await look()) ?? '') >= position) return true;
      if (left <= 0) return false;
      isDue = (await this.#nextMove(name, Math.min(pause, left))) === 'none';
    }
  }

  #nextMove(name: string, timeoutMs: number): Promise<'moved' | 'none'> {
    const waiting = this.#waiting.get(name) ?? new Set();
    this.#waiting.set(name, waiting);
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        waiting.delete(wake);
        resolve('moved');
      };
      const timer = setTimeout(() => {
        waiting.delete(wake);
        resolve('none');
      }, timeoutMs);
      waiting.add(wake);
    });
  }
}
