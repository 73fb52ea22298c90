import type { LocalText } from './events.js';

/** Somebody who coordinates, by the position they do it from. */
interface ByPosition {
  readonly organisationId: string;
  readonly positionId: string;
}

export interface OpenDesk extends ByPosition {
  readonly type: 'OpenDesk';
  readonly name: LocalText;
  readonly from: string;
}
/** The holder asks somebody to look after all agreements of the desk from a day on. */
export interface OfferDesk extends ByPosition {
  readonly type: 'OfferDesk';
  readonly from: string;
}
export interface AcceptDesk {
  readonly type: 'AcceptDesk';
}
/** By the holder, who thinks better of it, or by whoever was asked, who will not. */
export interface WithdrawOffer {
  readonly type: 'WithdrawOffer';
}
/** Without anybody's acceptance, from today on: the holder is gone and nobody looks after the desk. */
export interface HandOverDesk extends ByPosition {
  readonly type: 'HandOverDesk';
  readonly reason: string;
}

export type DeskCommand = OpenDesk | OfferDesk | AcceptDesk | WithdrawOffer | HandOverDesk;
export type DeskCommandType = DeskCommand['type'];

/** What a desk's rules need from elsewhere. */
export interface DeskContext {
  /** IANA zone in which local days are meant. */
  readonly zone: string;
  /** The position the command names, read from its organisation's stream at that revision. */
  readonly position?: {
    readonly revision: number;
    /** Absent: nobody holds it. */
    readonly personId?: string;
    readonly coordinates: boolean;
  };
  /** Whether the holder still coordinates from the position they were given the desk in. */
  readonly holderIsPresent: boolean;
}
