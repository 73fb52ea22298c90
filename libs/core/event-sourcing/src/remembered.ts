interface Kept<Value> {
  readonly value: Value;
  readonly weight: number;
  /** Revision at which it was weighed. */
  readonly weighedAt: number;
}

/** Weighing walks the whole value, so it is not done for every event. */
const EVENTS_BETWEEN_WEIGHINGS = 32;

/** What is known of streams, by their names; the least recently used ones are left out when all of it weighs too much. */
export class Remembered<Value extends { readonly revision: number }> {
  readonly #kept = new Map<string, Kept<Value>>();
  #weight = 0;

  constructor(
    /** Bytes of memory at most, roughly. */
    private readonly maxWeight: number,
  ) {}

  recall(stream: string): Value | undefined {
    const kept = this.#kept.get(stream);
    if (!kept) return undefined;
    this.#kept.delete(stream);
    this.#kept.set(stream, kept);
    return kept.value;
  }

  /** Instead of what was known before. */
  remember(stream: string, value: Value): void {
    const earlier = this.#kept.get(stream);
    this.forget(stream);
    const isWeighed = earlier && value.revision - earlier.weighedAt < EVENTS_BETWEEN_WEIGHINGS;
    const kept = isWeighed
      ? { ...earlier, value }
      : { value, weight: weightOf(value), weighedAt: value.revision };
    this.#kept.set(stream, kept);
    this.#weight += kept.weight;
    for (const oldest of this.#kept.keys()) {
      if (this.#weight <= this.maxWeight) return;
      this.forget(oldest);
    }
  }

  forget(stream: string): void {
    this.#weight -= this.#kept.get(stream)?.weight ?? 0;
    this.#kept.delete(stream);
  }

  get size(): number {
    return this.#kept.size;
  }

  get weight(): number {
    return this.#weight;
  }
}

/** About as many bytes as it takes in memory. Without recursion: a state may be a long chain. */
function weightOf(whole: object): number {
  let weight = 0;
  const open: unknown[] = [whole];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') weight += 16 + 2 * value.length;
    else if (typeof value !== 'object' || value === null) weight += 8;
    else {
      weight += 32;
      if (value instanceof Map) for (const pair of value) open.push(...pair);
      else for (const member of value instanceof Set ? value : Object.values(value)) open.push(member);
    }
  }
  return weight;
}
