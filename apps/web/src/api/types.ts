import type { components } from './schema.js';

/** The API's types under the names the pages use. */
type Schemas = components['schemas'];

export type Language = Schemas['Language'];
export type LocalText = Schemas['LocalText'];
export type Space = Schemas['Space'];
/** As its definition names it. */
export type StageName = string;
export type Freshness = Schemas['Freshness'];

export interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly freshness: Freshness;
}

export type Session = Schemas['Session'];
export type Viewer = Schemas['Viewer'];
export type PersonRow = Schemas['PersonRow'];
export type HeldPosition = Schemas['HeldPosition'];
export type OrganisationRow = Schemas['OrganisationRow'];
export type OrganisationDetail = Schemas['OrganisationDetail'];
export type CalendarList = Schemas['CalendarList'];
export type CalendarLine = CalendarList['items'][number];
export type CalendarYear = Schemas['CalendarYear'];
export type PublishedCalendar = Schemas['GivenCalendar'];
export type CalendarDraft = Schemas['CalendarDraft'];
export type DraftCalendar = Schemas['DraftCalendar'];
export type ProposalPage = Schemas['ProposalPage'];
export type ProposalLine = ProposalPage['items'][number];
export type DeadlineProposal = ProposalLine['deadlines'][number];
export type ApplyProposals = Schemas['ApplyProposals'];
export type PersonDetail = Schemas['PersonDetail'];
export type DeskList = Schemas['DeskList'];
export type DeskRow = DeskList['items'][number];
export type DeskDetail = Schemas['DeskDetail'];
export type ImportReport = Schemas['ImportReport'];
export type PositionsOnDay = Schemas['PositionsOnDay'];

export type BoardRow = Schemas['BoardRow'];
export type BoardPage = Schemas['BoardPage'];
export type StoredFilter = Schemas['BoardFilter'];
export type SavedBoardFilters = Schemas['SavedBoardFilters'];

export type Coverage = Schemas['Coverage'];
export type WorkRow = Schemas['WorkRow'];
export type DeadlineRow = Schemas['DeadlineRow'];
export type DeadlinePage = Schemas['DeadlinePage'];
export type DeadlineSpan = Schemas['DeadlineSpan'];
export type DeadlineKind = Schemas['DeadlineKind'];
export type ReminderRow = Schemas['ReminderRow'];
export type OutageReport = Schemas['OutageReport'];
export type ReminderPolicies = Schemas['ReminderPolicies'];
export type ReminderPolicyRow = Schemas['ReminderPolicyRow'];
export type PolicyOrigin = Schemas['PolicyOrigin'];
export type SetReminders = Schemas['SetReminders'];
export type PreviewChanges = Schemas['PreviewChanges'];
export type PreviewedStep = Schemas['PreviewedStep'];
export type PersonReminders = Schemas['PersonReminders'];
export type ReminderPreferences = Schemas['SetReminderPreferences'];
export type WorkPage = Schemas['WorkPage'];
export type AnswerLinkPage = Schemas['AnswerLinkPage'];
export type RemindedPeople = Schemas['RemindedPeople'];
export type RemindedRow = Schemas['RemindedRow'];
export type MessageToCopy = Schemas['MessageToCopy'];
export type ToldMeans = Schemas['ToldMeans'];
/** What whoever has a link answers. */
export type AnswerByLink =
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'snooze'; readonly until: string }
  /** The empty word is none. */
  | { readonly kind: 'not-mine'; readonly word: string };
/** What somebody answers to a reminder, or records of those who were told by hand. */
export interface ReminderAnswerBodies {
  readonly 'acknowledge-reminder': Schemas['AcknowledgeReminder'];
  readonly 'snooze-reminder': Schemas['SnoozeReminder'];
  readonly 'hand-over-duty': Schemas['HandOverDuty'];
  readonly 'record-told': Schemas['RecordTold'];
}

export type Agreement = Schemas['Agreement'];
export type AgreementDetail = Schemas['AgreementDetail'];
export type AgreementReplay = Schemas['AgreementReplay'];
export type PossibleCommand = Schemas['PossibleCommand'];
export type Party = Schemas['AgreementParty'];
export type ApprovalStep = Schemas['ApprovalStep'];
export type PartyRoute = Schemas['PartyRoute'];
export type Signature = Schemas['Signature'];
export type TextFile = Schemas['TextFile'];
export type TextFileDifference = Schemas['TextFileDifference'];
export type Annex = Schemas['Annex'];
export type Audience = Schemas['Audience'];
export type Comment = Schemas['Comment'];
export type AgreementText = Schemas['AgreementText'];
export type TextRevision = Schemas['TextRevision'];
export type TextDifference = Schemas['TextDifference'];
export type SectionDifference = Schemas['SectionDifference'];
export type TextPiece = Schemas['TextPiece'];
export type Section = Schemas['Section'];
export type IssuedDocument = Schemas['IssuedDocument'];
export type DocumentLanguage = Schemas['DocumentLanguage'];
export type DocumentFormat = Schemas['DocumentFormat'];
export type Rendition = Schemas['Rendition'];
export type Override = Schemas['Override'];
export type CorrectableField = Schemas['CorrectableField'];
export type Milestone = Schemas['Milestone'];
export type Deadline = Schemas['Deadline'];
export type HistoryLine = Schemas['HistoryLine'];
export type HistoryEvent = Schemas['HistoryEvent'];
export type DefinitionList = Schemas['DefinitionList'];
export type WorkflowDefinition = Schemas['WorkflowDefinition'];
export type LettersByDefinition = Schemas['LettersByDefinition'];
export type LettersUnder = Schemas['LettersUnder'];
export type Publication = Schemas['Publication'];
export type MigrateLetters = Schemas['MigrateAgreements'];
export type MigrationPage = Schemas['MigrationPage'];
export type MigrationLine = Schemas['MigrationLine'];
export type MigrationCount = Schemas['MigrationCount'];

export type AttributeSchema = Schemas['AttributeSchema'];
export type AttributeValue = NonNullable<Agreement['attributes']>[string];

export type MeetingRow = Schemas['MeetingRow'];
export type MeetingDetail = Schemas['MeetingDetail'];
export type MeetingLetter = Schemas['MeetingLetter'];
export type MeetingParty = Schemas['MeetingParty'];
export type Attendance = Schemas['Attendance'];
export type NewMeeting = Schemas['PlanMeeting'];
export type FileReference = Schemas['FileReference'];

export type OutboxMail = Schemas['OutboxMail'];
export type MessagePreview = Schemas['MessagePreview'];
export type PreviewedMessage = MessagePreview['messages'][number];
export type OutboxMailDetail = Schemas['OutboxMailDetail'];
export type InboxPage = Schemas['InboxPage'];
export type InboxRow = InboxPage['items'][number];
export type ProblemBody = Schemas['Problem'];

export type DocumentChoice = Schemas['IssueDocument'];
export type NewLetter = Schemas['ProposeAgreement'];
export type NewPerson = Schemas['RegisterPerson'];
export type Contacts = Schemas['ChangeContacts'];
export type MarkInboxRead = Schemas['MarkInboxRead'];
export type NewPosition = Schemas['FillPosition'];
export type FirstCoordinator = Schemas['FirstCoordinator'];

/** What each command of an agreement says, by its name in the path. */
export interface CommandBodies {
  'invite-party': Schemas['InviteParty'];
  'name-signatory': Schemas['NameSignatory'];
  'revise-section': Schemas['ReviseSection'];
  'set-attributes': Schemas['SetAttributes'];
  'serve-text': Schemas['ServeText'];
  'attach-annex': Schemas['AttachAnnex'];
  'remove-annex': Schemas['RemoveAnnex'];
  'provide-text-file': Schemas['ProvideTextFile'];
  'remove-text-file': Schemas['RemoveTextFile'];
  'add-comment': Schemas['AddComment'];
  'resolve-comment': Schemas['ResolveComment'];
  'reopen-comment': Schemas['ReopenComment'];
  'approve-text': Schemas['ApproveText'];
  'name-approvers': Schemas['NameApprovers'];
  'endorse-text': Schemas['EndorseText'];
  'return-text': Schemas['ReturnText'];
  'submit-for-signing': Schemas['NoFields'];
  'record-signature': Schemas['RecordSignature'];
  'record-accession': Schemas['RecordAccession'];
  'hand-over-signing': Schemas['HandOverSigning'];
  'order-signing': Schemas['OrderSigning'];
  'reopen-drafting': Schemas['ReopenDrafting'];
  'decline-signing': Schemas['DeclineSigning'];
  'close-declined': Schemas['NoFields'];
  'plan-milestone': Schemas['PlanMilestone'];
  'complete-milestone': Schemas['CompleteMilestone'];
  'confirm-milestone': Schemas['ConfirmMilestone'];
  'cancel-milestone': Schemas['CancelMilestone'];
  'submit-for-review': Schemas['NoFields'];
  'file-signed-copy': Schemas['FileSignedCopy'];
  'hold-originals': Schemas['HoldOriginals'];
  'give-verdict': Schemas['GiveVerdict'];
  'conclude-agreement': Schemas['NoFields'];
  'withdraw-agreement': Schemas['WithdrawAgreement'];
  'retract-entry': Schemas['RetractEntry'];
  'correct-entry': Schemas['CorrectEntry'];
  'archive-agreement': Schemas['ArchiveAgreement'];
  'assign-desk': Schemas['AssignDesk'];
  'void-agreement': Schemas['VoidAgreement'];
  'waive-deadline': Schemas['WaiveDeadline'];
  'move-deadline': Schemas['MoveDeadline'];
  'suspend-deadlines': Schemas['SuspendDeadlines'];
  'resume-deadlines': Schemas['NoFields'];
  'confirm-override': Schemas['ConfirmOverride'];
  'reject-override': Schemas['RejectOverride'];
}

/** What each command of a meeting says, by its name in the path. */
export interface MeetingBodies {
  'move-meeting': Schemas['MoveMeeting'];
  'place-letter': Schemas['PlaceLetter'];
  'remove-letter': Schemas['RemoveLetter'];
  'record-attendance': Schemas['RecordAttendance'];
  'remove-attendance': Schemas['RemoveAttendance'];
  'hold-meeting': Schemas['NoFields'];
  'sign-letter': Schemas['SignLetter'];
  'postpone-letter': Schemas['PostponeLetter'];
  'write-minutes': Schemas['WriteMinutes'];
}

export type MeetingCommandName = keyof MeetingBodies;

export type CommandName = keyof CommandBodies;

/** What each command of a desk says, under the name the API lists it by. */
export interface DeskBodies {
  OpenDesk: Schemas['OpenDesk'];
  OfferDesk: Schemas['OfferDesk'];
  AcceptDesk: Schemas['NoFields'];
  WithdrawOffer: Schemas['NoFields'];
  HandOverDesk: Schemas['HandOverDesk'];
}

export type DeskCommandName = keyof DeskBodies;

/** The body of each command of an organisation, under the name the API lists it by. */
export interface OrganisationBodies {
  RenameOrganisation: Schemas['RenameOrganisation'];
  SetRegistrationCode: Schemas['SetRegistrationCode'];
  NameHostUnit: Schemas['NameHostUnit'];
  SetOrganisationCalendars: Schemas['SetOrganisationCalendars'];
  MergeOrganisation: Schemas['MergeOrganisation'];
  DissolveOrganisation: Schemas['DissolveOrganisation'];
  FillPosition: Schemas['FillPosition'];
  VacatePosition: Schemas['VacatePosition'];
  EndPosition: Schemas['EndPosition'];
  GrantMandate: Schemas['GrantMandate'];
  RevokeMandate: Schemas['RevokeMandate'];
}

export type OrganisationCommandName = keyof OrganisationBodies;
