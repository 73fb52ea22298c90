import type * as directory from '@entente/directory';

import { Message } from './message.js';

/** Target: the organisation's id. */
export abstract class OrganisationMessage<
  C extends directory.OrganisationCommand = directory.OrganisationCommand,
> extends Message<C> {}

export class RegisterOrganisation extends OrganisationMessage<directory.RegisterOrganisation> {}
export class RenameOrganisation extends OrganisationMessage<directory.RenameOrganisation> {}
export class SetRegistrationCode extends OrganisationMessage<directory.SetRegistrationCode> {}
export class NameHostUnit extends OrganisationMessage<directory.NameHostUnit> {}
export class SetOrganisationCalendars extends OrganisationMessage<directory.SetOrganisationCalendars> {}
export class MergeOrganisation extends OrganisationMessage<directory.MergeOrganisation> {}
export class DissolveOrganisation extends OrganisationMessage<directory.DissolveOrganisation> {}
export class FillPosition extends OrganisationMessage<directory.FillPosition> {}
export class VacatePosition extends OrganisationMessage<directory.VacatePosition> {}
export class EndPosition extends OrganisationMessage<directory.EndPosition> {}
export class GrantMandate extends OrganisationMessage<directory.GrantMandate> {}
export class RevokeMandate extends OrganisationMessage<directory.RevokeMandate> {}

/** Every command an organisation takes, under the name of its body's type. */
export const organisationMessages = {
  RegisterOrganisation,
  RenameOrganisation,
  SetRegistrationCode,
  NameHostUnit,
  SetOrganisationCalendars,
  MergeOrganisation,
  DissolveOrganisation,
  FillPosition,
  VacatePosition,
  EndPosition,
  GrantMandate,
  RevokeMandate,
} satisfies Record<directory.OrganisationCommandType, new (...args: never[]) => OrganisationMessage>;

/** Target: the person's id. */
export class RegisterPerson extends Message<directory.RegisterPerson> {}
export class ErasePerson extends Message<directory.ErasePerson> {}
export class ChangeContacts extends Message<directory.ChangeContacts> {}
export class RecordAddressBounced extends Message<directory.RecordAddressBounced> {}
export class MarkInboxRead extends Message<directory.MarkInboxRead> {}
export class SetReminderPreferences extends Message<directory.SetReminderPreferences> {}
export class ChooseBoardColumns extends Message<directory.ChooseBoardColumns> {}
export class SaveBoardFilter extends Message<directory.SaveBoardFilter> {}
export class RemoveBoardFilter extends Message<directory.RemoveBoardFilter> {}

/** Every command a person's stream takes. */
export const personMessages = {
  RegisterPerson,
  ErasePerson,
  ChangeContacts,
  RecordAddressBounced,
  MarkInboxRead,
  SetReminderPreferences,
  ChooseBoardColumns,
  SaveBoardFilter,
  RemoveBoardFilter,
} satisfies Record<
  directory.PersonCommand['type'],
  new (...args: never[]) => Message<directory.PersonCommand>
>;

/** Target: the desk's id. */
export abstract class DeskMessage<
  C extends directory.DeskCommand = directory.DeskCommand,
> extends Message<C> {}

export class OpenDesk extends DeskMessage<directory.OpenDesk> {}
export class OfferDesk extends DeskMessage<directory.OfferDesk> {}
export class AcceptDesk extends DeskMessage<directory.AcceptDesk> {}
export class WithdrawOffer extends DeskMessage<directory.WithdrawOffer> {}
export class HandOverDesk extends DeskMessage<directory.HandOverDesk> {}

/** Every command a desk takes, under the name of its body's type. */
export const deskMessages = {
  OpenDesk,
  OfferDesk,
  AcceptDesk,
  WithdrawOffer,
  HandOverDesk,
} satisfies Record<directory.DeskCommandType, new (...args: never[]) => DeskMessage>;
