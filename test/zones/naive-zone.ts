const DAY_MS = 86_400_000;
const FROM_MS = Date.UTC(2025, 11, 30);
const TO_MS = Date.UTC(2041, 0, 3);

/** Clocks of a zone show UTC plus this, from an instant on. Milliseconds since 1970. */
export interface Offset {
  readonly fromMs: number;
  readonly offsetMs: number;
}

/**
 * What clocks of a zone show from 2026 to 2040, found out without any arithmetic of zones: by looking at the clock once a
 * day, and between two days that differ by halving the time between. Written to contradict the real code where it errs.
 */
export class NaiveZone {
  readonly offsets: readonly Offset[];

  constructor(
    readonly name: string,
    /** Nobody asks for anything later. */
    readonly toMs = TO_MS,
  ) {
    const clock = new Clock(name);
    const offsets: Offset[] = [{ fromMs: FROM_MS, offsetMs: clock.offsetAt(FROM_MS) }];
    for (let day = FROM_MS; day < toMs; day += DAY_MS) {
      const before = clock.offsetAt(day);
      const after = clock.offsetAt(day + DAY_MS);
      if (before !== after) offsets.push({ fromMs: clock.changeBetween(day, day + DAY_MS), offsetMs: after });
    }
    this.offsets = offsets;
  }

  /** The first instant from which clocks show this or later. */
  firstShowing(date: string, time: string): number {
    const asked = Date.parse(`${date}T${time}Z`);
    for (const [index, { fromMs, offsetMs }] of this.offsets.entries()) {
      const until = this.offsets[index + 1]?.fromMs ?? this.toMs;
      const shown = Math.max(fromMs, asked - offsetMs);
      if (shown < until) return shown;
    }
    throw new RangeError(`${date} is later than anybody said it would be`);
  }
}

class Clock {
  readonly #format: Intl.DateTimeFormat;

  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  offsetAt(ms: number): number {
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] =
      this.#format.format(ms).match(/\d+/gu)?.map(Number) ?? [];
    return Date.UTC(year, month - 1, day, hour, minute, second) - ms;
  }

  /** To the second. */
  changeBetween(earlier: number, later: number): number {
    const before = this.offsetAt(earlier);
    let [low, high] = [earlier, later];
    while (high - low > 1_000) {
      const middle = low + Math.floor((high - low) / 2_000) * 1_000;
      if (this.offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    return high;
  }
}
