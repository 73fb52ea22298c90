import type {
  Audience,
  CorrectableField,
  DutyCommand,
  DeadlineKind,
  EscalationLevel,
  DocumentLanguage,
  MilestoneKind,
  Override,
  OverrideCause,
  SignatureMeans,
  SigningRule,
  VerdictOutcome,
  Voided,
} from '@entente/agreement';
import type { DocumentFormat } from '@entente/application';
import type { DeskCommandType, OrganisationCommandType, PositionRole } from '@entente/directory';
import type { BlockerCode, PlacedLetter, PlannedMeeting, Readiness } from '@entente/meeting';
import type { Answer, ReminderChannel, SuppressReason, ToldMeans } from '@entente/reminder';

/** The values of a union of words; the compiler refuses a list that misses one. */
function wordsOf<Word extends string>(words: Readonly<Record<Word, true>>): Word[] {
  return Object.keys(words) as Word[];
}

export const CORRECTABLE_FIELDS = wordsOf<CorrectableField>({
  title: true,
  field: true,
  signedOn: true,
  place: true,
  dueOn: true,
  completedOn: true,
});
export const AUDIENCES = wordsOf<Audience>({ 'own-side': true, coordinators: true, parties: true });
export const VOIDED_AS = wordsOf<Voided>({ duplicate: true, 'entered-in-error': true });
export const OVERRIDE_CAUSES = wordsOf<OverrideCause>({
  'not-own': true,
  late: true,
  vacant: true,
  always: true,
});
export const OVERRIDE_STATUSES = wordsOf<Override['status']>({
  requested: true,
  unconfirmed: true,
  confirmed: true,
  rejected: true,
});
export const ESCALATION_LEVELS = wordsOf<EscalationLevel>({ representative: true, desk: true, head: true });
export const DEADLINE_KINDS = wordsOf<DeadlineKind>({ stage: true, milestone: true, 'signed-copy': true });
export const SUPPRESS_REASONS = wordsOf<SuppressReason>({
  'already-signed': true,
  'deadline-met': true,
  'deadline-cancelled': true,
  'entry-retracted': true,
  superseded: true,
  'moved-on': true,
  'no-recipient': true,
  'no-holder': true,
  'no-address': true,
  rejected: true,
  acknowledged: true,
  snoozed: true,
  'not-theirs': true,
  bounced: true,
  muted: true,
});
export const TOLD_MEANS = wordsOf<ToldMeans>({ phone: true, 'in-person': true, chat: true, other: true });
export const ANSWER_KINDS = wordsOf<Answer['kind']>({ acknowledged: true, snoozed: true });
export const REMINDER_CHANNELS = wordsOf<ReminderChannel>({ email: true, inbox: true, outbox: true });
export const DOCUMENT_FORMATS = wordsOf<DocumentFormat>({ pdf: true, docx: true });
export const DOCUMENT_LANGUAGES = wordsOf<DocumentLanguage>({ zh: true, en: true, both: true });
export const MILESTONE_KINDS = wordsOf<MilestoneKind>({
  research: true,
  planning: true,
  design: true,
  forum: true,
});
export const SIGNATURE_MEANS = wordsOf<SignatureMeans>({
  ink: true,
  seal: true,
  'in-app': true,
  provider: true,
});
export const SIGNING_RULES = wordsOf<SigningRule>({ head: true, 'head-and-seal': true, 'any-two': true });
export const MEETING_STATUSES = wordsOf<PlannedMeeting['status']>({ planned: true, held: true });
export const LETTER_STATUSES = wordsOf<PlacedLetter['status']>({
  placed: true,
  reported: true,
  signed: true,
  'not-signed': true,
  postponed: true,
});
export const STANDINGS = wordsOf<Readiness['standing']>({ ready: true, blocked: true, signed: true });
export const BLOCKERS = wordsOf<BlockerCode>({
  'in-drafting': true,
  'no-signatory': true,
  'party-declined': true,
  'signatory-absent': true,
  'position-vacant': true,
  over: true,
});
export const VERDICT_OUTCOMES = wordsOf<VerdictOutcome>({
  passed: true,
  'revision-requested': true,
  failed: true,
});
export const DUTY_COMMANDS = wordsOf<DutyCommand>({
  InviteParty: true,
  NameSignatory: true,
  ReviseSection: true,
  ApproveText: true,
  NameApprovers: true,
  EndorseText: true,
  SubmitForSigning: true,
  RecordSignature: true,
  CloseDeclined: true,
  PlanMilestone: true,
  CompleteMilestone: true,
  ConfirmMilestone: true,
  SubmitForReview: true,
  GiveVerdict: true,
  ConcludeAgreement: true,
  SetAttributes: true,
  FileSignedCopy: true,
  ConfirmOverride: true,
});
export const POSITION_ROLES = wordsOf<PositionRole>({
  coordinator: true,
  auditor: true,
  representative: true,
  signatory: true,
});
export const DESK_COMMANDS = wordsOf<DeskCommandType>({
  OpenDesk: true,
  OfferDesk: true,
  AcceptDesk: true,
  WithdrawOffer: true,
  HandOverDesk: true,
});
export const ORGANISATION_COMMANDS = wordsOf<OrganisationCommandType>({
  RegisterOrganisation: true,
  RenameOrganisation: true,
  SetRegistrationCode: true,
  NameHostUnit: true,
  SetOrganisationCalendars: true,
  MergeOrganisation: true,
  DissolveOrganisation: true,
  FillPosition: true,
  VacatePosition: true,
  EndPosition: true,
  GrantMandate: true,
  RevokeMandate: true,
});
/** Where people work, and where the demo is played. */
export const SPACES = ['demo', 'main'];
export const LANGUAGES = wordsOf<'zh' | 'en'>({ zh: true, en: true });
