import type { Level, NaiveStep } from './naive-steps.js';
import type { NaiveWhose } from './naive-whose.js';

const UPWARDS: readonly Level[] = ['representative', 'desk', 'head'];

interface Sent {
  readonly step: string;
  readonly positionId: string;
  readonly personId: string;
  readonly email: string;
  readonly at: string;
}

/** To whom one deadline went up, and whom mail about it has not reached. */
export class NaiveAbove {
  readonly #upTo = new Map<string, readonly string[]>();
  /** By position: since when no mail reached it. */
  readonly #unreached = new Map<string, string>();

  readonly sent: Sent[] = [];

  constructor(private readonly whose: NaiveWhose) {}

  noMail(positionId: string, at: string): void {
    if (!this.#unreached.has(positionId)) this.#unreached.set(positionId, at);
  }

  /** What went to an address at a moment. */
  cameBack(email: string, sentAt: string, at: string): readonly Sent[] {
    const lost = this.sent.filter((one) => one.email === email && one.at === sentAt);
    for (const { positionId } of lost) this.noMail(positionId, at);
    return lost;
  }

  /** Whoever stood there when it first went up. */
  of(
    { step, level = 'head' }: NaiveStep,
    at: string,
  ): { readonly positionIds: readonly string[]; readonly isNew: boolean } {
    const known = this.#upTo.get(step);
    const positionIds = known ?? this.whose.above(level, at);
    if (positionIds.length > 0) this.#upTo.set(step, positionIds);
    return { positionIds, isNew: !known && positionIds.length > 0 };
  }

  /** Since when mail has reached nobody of those whom it went up to last, or whose it is. */
  unreachedBelow(level: Level, at: string): string | undefined {
    if (this.#unreached.size === 0) return undefined;
    const lower = UPWARDS.slice(0, UPWARDS.indexOf(level)).map((below) =>
      this.#upTo.get(`escalate-${below}`),
    );
    const owing = this.whose.of({}, at).filter(({ done }) => !done);
    const below = lower.findLast((known) => known !== undefined) ?? owing.map(({ positionId }) => positionId);
    const since = below.map((positionId) => this.#unreached.get(positionId) ?? '');
    return since.includes('') ? undefined : since.sort().at(-1);
  }
}
