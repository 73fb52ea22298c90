import type { LocalText } from '@entente/agreement';
import type { PositionRole } from '@entente/directory';

export interface DirectoryPosition {
  readonly positionId: string;
  readonly title: LocalText;
  readonly roles: readonly PositionRole[];
  readonly person: { readonly personId: string; readonly name: LocalText };
}

export interface OrganisationRow {
  readonly organisationId: string;
  readonly name: LocalText;
  readonly positions: readonly DirectoryPosition[];
}

export interface PersonRow {
  readonly personId: string;
  readonly name: LocalText;
  readonly language: 'zh' | 'en';
  readonly positions: readonly {
    readonly positionId: string;
    readonly title: LocalText;
    readonly roles: readonly PositionRole[];
    readonly organisation: { readonly organisationId: string; readonly name: LocalText };
  }[];
}
