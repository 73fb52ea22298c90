import type { ReminderSettings } from '@entente/directory';

export interface PositionHolder {
  readonly personId: string;
  readonly name: { readonly zh?: string; readonly en?: string };
  readonly email?: string;
  /** IANA zone; absent: the platform's. */
  readonly zone?: string;
  readonly language: 'zh' | 'en';
  /** What they said of how they are reminded. */
  readonly reminders?: ReminderSettings;
  /** They can sign in, and find there what they were reminded of. */
  readonly hasInbox?: true;
  /** Mail to the address came back, and there is no other yet. */
  readonly bounced?: true;
}

/** Who is reminded, resolved at the moment a reminder goes out and never stored with it. */
export abstract class ReminderDirectory {
  /** The person who holds the position now; undefined when nobody does. */
  abstract holderOf(space: string, positionId: string): Promise<PositionHolder | undefined>;
  /** Who keeps the desk on a local day, absent: the space's first; undefined when there is none or nobody sits there. */
  abstract deskHolderOf(
    space: string,
    deskId: string | undefined,
    day: string,
  ): Promise<PositionHolder | undefined>;
  /** The position from which the desk is kept on a local day, and of which organisation that is. */
  abstract deskOf(
    space: string,
    deskId: string | undefined,
    day: string,
  ): Promise<{ readonly positionId: string; readonly organisationId: string } | undefined>;
  /** The positions that speak for an organisation and that somebody fills. */
  abstract representativesOf(space: string, organisationId: string): Promise<readonly string[]>;
  /** The person, whatever they hold; undefined when there is none, or none any more. */
  abstract personOf(space: string, personId: string): Promise<PositionHolder | undefined>;
}
