import type { Fact } from '@entente/event-sourcing';

import type { LocalText, SignatureMeans } from '../words.js';

export type SignatureRecorded = Fact<
  'SignatureRecorded',
  {
    readonly partyId: string;
    readonly positionId: string;
    readonly means: SignatureMeans;
    /** Local day, YYYY-MM-DD. */
    readonly signedOn: string;
    readonly place?: string;
    /** The text that was signed. */
    readonly textHash: string;
    /** The signatory in whose place it was signed, and the mandate that allows it. */
    readonly substituteFor?: string;
    readonly mandate?: string;
    readonly evidenceFile?: string;
    readonly evidence?: string | null;
  }
>;
/** It is a party from the day on which it signed; the text and who signed it first stay as they are. */
export type PartyAcceded = Fact<
  'PartyAcceded',
  {
    readonly partyId: string;
    /** Where the name was read: `organisation-{id}@{revision}`. */
    readonly organisation: string;
    readonly name: LocalText;
    readonly role: string;
    readonly positionId: string;
    /** Title of the position. */
    readonly title: LocalText;
    /** The position in whose place it signed, with its title, and the mandate that allows it. */
    readonly substituteFor?: string;
    readonly signatoryTitle?: LocalText;
    readonly mandate?: string;
    readonly means: SignatureMeans;
    /** Local day, YYYY-MM-DD. */
    readonly signedOn: string;
    readonly place?: string;
    /** The text that was signed. */
    readonly textHash: string;
    readonly evidenceFile?: string;
    readonly evidence?: string | null;
  }
>;
export type SigningHandedOver = Fact<
  'SigningHandedOver',
  {
    readonly partyId: string;
    readonly positionId: string;
    readonly title: LocalText;
    readonly mandate?: string;
  }
>;
/** Groups of parties, one after the other. */
export type SigningOrdered = Fact<'SigningOrdered', { readonly groups: readonly (readonly string[])[] }>;
/** Voids every signature and approval there is. */
export type DraftingReopened = Fact<'DraftingReopened', { readonly reason: string | null }>;
/** What follows from the party's rule of signing. */
export type PartySigned = Fact<'PartySigned', { readonly partyId: string }>;
/** Free text is sealed under its entry's key, here as everywhere: null once that is destroyed. */
export type SigningDeclined = Fact<
  'SigningDeclined',
  { readonly partyId: string; readonly reason: string | null }
>;
