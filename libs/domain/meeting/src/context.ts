import type { Circumstances } from '@entente/event-sourcing';

/** What a meeting needs to know of a party of a letter. */
export interface PartySnapshot {
  readonly partyId: string;
  /** Positions. */
  readonly signatory?: string;
  readonly substitute?: string;
  readonly signed: boolean;
  readonly declined: boolean;
  /** What its rule still asks for. */
  readonly means: readonly ('ink' | 'seal')[];
}

/** What a meeting needs to know of a letter, read from its stream. */
export interface LetterSnapshot {
  readonly agreementId: string;
  readonly stage: string;
  /** `drafting`: the text can still change; `signing`: it can be signed; `over`: neither. */
  readonly phase: 'drafting' | 'signing' | 'over';
  readonly parties: readonly PartySnapshot[];
}

export interface MeetingContext {
  /** Those the command is about; one that does not exist is missing. */
  readonly letters: readonly LetterSnapshot[];
  /** The organisation the command names. */
  readonly organisation?: {
    readonly positions: readonly { readonly positionId: string; readonly personId: string }[];
  };
  /** The other meeting the command names, with its day. */
  readonly next?: { readonly status: 'planned' | 'held'; readonly on: string };
}

export type Situation = MeetingContext & Circumstances;
