import type { Fact } from '@entente/event-sourcing';

/** A name in one or both of our languages; at least one is there. */
export interface LocalText {
  readonly zh?: string;
  readonly en?: string;
}

/** What a position lets its holder do beyond acting for its organisation. */
export type PositionRole = 'coordinator' | 'auditor' | 'representative' | 'signatory';

export type OrganisationRegistered = Fact<'OrganisationRegistered', { readonly name: LocalText }>;
export type PositionFilled = Fact<
  'PositionFilled',
  {
    readonly positionId: string;
    readonly title: LocalText;
    readonly roles: readonly PositionRole[];
    readonly personId: string;
    /** Local day, YYYY-MM-DD, from which the person holds it. */
    readonly from: string;
  }
>;
export type OrganisationFact = OrganisationRegistered | PositionFilled;

/** The only event that holds a person's name and contact, sealed under the person's key: null once that is destroyed. */
export type PersonRegistered = Fact<
  'PersonRegistered',
  {
    readonly name: LocalText | null;
    readonly email?: string | null;
    /** IANA zone of the send window; absent: the platform's. */
    readonly zone?: string;
    readonly language: 'zh' | 'en';
  }
>;
/** With it the person's key is destroyed: names and contacts are gone, what the person did stays. */
export type PersonErased = Fact<'PersonErased', { readonly reason: string | null }>;
export type PersonFact = PersonRegistered | PersonErased;
