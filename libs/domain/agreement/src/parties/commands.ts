export interface InviteParty {
  readonly type: 'InviteParty';
  readonly partyId: string;
  readonly role: string;
}
export interface NameSignatory {
  readonly type: 'NameSignatory';
  readonly partyId: string;
  readonly positionId: string;
}
