import type { SignatureMeans } from '../words.js';

export interface RecordSignature {
  readonly type: 'RecordSignature';
  readonly partyId: string;
  readonly means: SignatureMeans;
  readonly signedOn: string;
  readonly place?: string;
  /** The position that signed; absent: the one that is to sign. */
  readonly positionId?: string;
  /** SHA-256 of the file that shows it, hex. */
  readonly evidenceFile?: string;
  /** What shows it, in words. */
  readonly evidence?: string;
  /** Ask a second person where it comes too late for one alone, and why. */
  readonly override?: boolean;
  readonly reason?: string;
}
/** An organisation that was no party joins an agreement in force by signing its text. */
export interface RecordAccession {
  readonly type: 'RecordAccession';
  readonly partyId: string;
  readonly role: string;
  /** The position that signed. */
  readonly positionId: string;
  /** The position in whose place it did, and the mandate that allows it, by its id or its document's number. */
  readonly substituteFor?: string;
  readonly mandate?: string;
  readonly means: SignatureMeans;
  /** It is bound from this day on. */
  readonly signedOn: string;
  readonly place?: string;
  /** SHA-256 of the file that shows it, hex. */
  readonly evidenceFile?: string;
  /** What shows it, in words. */
  readonly evidence?: string;
  /** Ask a second person where it comes too late for one alone, and why. */
  readonly override?: boolean;
  readonly reason?: string;
}
/** Another position of the party signs in its signatory's place. */
export interface HandOverSigning {
  readonly type: 'HandOverSigning';
  readonly partyId: string;
  readonly positionId: string;
  /** The mandate it signs under, by its id or its document's number. */
  readonly mandate?: string;
}
/** Who signs after whom: groups of parties, side by side within a group. */
export interface OrderSigning {
  readonly type: 'OrderSigning';
  readonly groups: readonly (readonly string[])[];
}
/** Back to drafting: what was signed no longer counts, but its record stays; every approval is asked anew. */
export interface ReopenDrafting {
  readonly type: 'ReopenDrafting';
  readonly reason: string;
}
export interface DeclineSigning {
  readonly type: 'DeclineSigning';
  readonly partyId: string;
  readonly reason: string;
}
