export interface PositionHolder {
  readonly personId: string;
  readonly name: { readonly zh?: string; readonly en?: string };
  readonly email?: string;
  /** IANA zone; absent: the platform's. */
  readonly zone?: string;
  readonly language: 'zh' | 'en';
}

/** Who is reminded, resolved at the moment a reminder goes out and never stored with it. */
export abstract class ReminderDirectory {
  /** The person who holds the position now; undefined when nobody does. */
  abstract holderOf(space: string, positionId: string): Promise<PositionHolder | undefined>;
}
