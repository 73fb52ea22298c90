import type { AgreementFact } from '../events.js';
import type { Entry } from '../state.js';

type FactType = AgreementFact['type'];

/** `same`: only when it is about the same party, milestone or section. */
export interface Dependent {
  readonly type: FactType;
  readonly same?: true;
}

const STAGE: Dependent = { type: 'StageEntered' };

/** Whatever happened after a stage was entered happened in it, but for facts that any stage takes. */
const STAGED: readonly FactType[] = [
  'AnnexAttached',
  'AnnexRemoved',
  'AgreementVoided',
  'AgreementWithdrawn',
  'AttributesSet',
  'DefinitionMigrated',
  'DraftingReopened',
  'MilestoneCancelled',
  'MilestoneCompleted',
  'MilestoneConfirmed',
  'MilestonePlanned',
  'PartyAcceded',
  'PartyInvited',
  'PartySigned',
  'SectionRevised',
  'SignatoryNamed',
  'SignatureRecorded',
  'SigningDeclined',
  'SigningHandedOver',
  'SigningOrdered',
  'StageEntered',
  'TextApproved',
  'TextFileProvided',
  'TextFileRemoved',
  'TextServed',
  'VerdictGiven',
];
/** Each holds a hash over the whole text as it then was, or puts that text before somebody. */
const ON_WHOLE_TEXT: readonly Dependent[] = [
  { type: 'SectionRevised' },
  { type: 'AnnexAttached' },
  { type: 'AnnexRemoved' },
  { type: 'TextFileProvided' },
  { type: 'TextFileRemoved' },
  { type: 'TextApproved' },
  { type: 'TextServed' },
];
const WHOLE_STAGE: readonly Dependent[] = STAGED.map((type) => ({ type }));

/**
 * What may not stand in a later entry when this type is taken back. A stage change rests on every fact its conditions
 * may have looked at. An approval, and the hash in a later revision, rest on the whole text at that moment. What the
 * other side was served with stands: it has been read.
 */
const DEPENDENTS: Readonly<Record<FactType, readonly Dependent[]>> = {
  AgreementProposed: WHOLE_STAGE,
  StageEntered: WHOLE_STAGE,
  PartyInvited: [
    { type: 'SignatoryNamed', same: true },
    { type: 'TextApproved', same: true },
    { type: 'TextServed' },
    STAGE,
  ],
  SignatoryNamed: [
    { type: 'SigningHandedOver', same: true },
    { type: 'SignatureRecorded', same: true },
    STAGE,
  ],
  // A later set was asked whether it was complete with this one.
  AttributesSet: [{ type: 'AttributesSet' }, { type: 'DefinitionMigrated' }, STAGE],
  SectionRevised: [...ON_WHOLE_TEXT, STAGE],
  AnnexAttached: [...ON_WHOLE_TEXT, STAGE],
  AnnexRemoved: [...ON_WHOLE_TEXT, STAGE],
  TextFileProvided: [...ON_WHOLE_TEXT, STAGE],
  TextFileRemoved: [...ON_WHOLE_TEXT, STAGE],
  TextApproved: [STAGE],
  // Inside a party: what rests on it is the party's own, and nobody else is stopped by it. A word for a text that is
  // no more counts no more.
  ApproversNamed: [
    { type: 'TextEndorsed', same: true },
    { type: 'TextReturned', same: true },
  ],
  TextEndorsed: [
    { type: 'TextEndorsed', same: true },
    { type: 'TextReturned', same: true },
    { type: 'TextApproved', same: true },
  ],
  TextReturned: [{ type: 'TextEndorsed', same: true }],
  TextServed: [{ type: 'TextServed' }, STAGE],
  CommentAdded: [
    { type: 'CommentAdded', same: true },
    { type: 'CommentResolved', same: true },
    { type: 'CommentReopened', same: true },
  ],
  CommentResolved: [{ type: 'CommentReopened', same: true }],
  CommentReopened: [{ type: 'CommentResolved', same: true }],
  SignatureRecorded: [STAGE],
  PartySigned: [STAGE, { type: 'SignedCopyFiled' }, { type: 'OriginalsHeld' }],
  PartyAcceded: [STAGE],
  SigningHandedOver: [{ type: 'SignatureRecorded', same: true }, STAGE],
  SigningOrdered: [STAGE],
  DraftingReopened: WHOLE_STAGE,
  DefinitionMigrated: WHOLE_STAGE,
  SigningDeclined: [STAGE],
  MilestonePlanned: [
    { type: 'MilestoneCompleted', same: true },
    { type: 'MilestoneConfirmed', same: true },
    { type: 'MilestoneCancelled', same: true },
    STAGE,
  ],
  MilestoneCompleted: [{ type: 'MilestoneConfirmed', same: true }, STAGE],
  MilestoneConfirmed: [STAGE],
  MilestoneCancelled: [STAGE],
  VerdictGiven: [STAGE],
  AgreementWithdrawn: [STAGE],
  DocumentIssued: [],
  // With it gone the copy would be awaited again, of an agreement that is void.
  SignedCopyFiled: [{ type: 'AgreementVoided' }],
  OriginalsHeld: [],
  AgreementArchived: [],
  AgreementNumbered: [],
  DeskAssigned: [],
  // They come with a fact of their entry that says what depends on it.
  DeadlineSet: [],
  DeadlineMet: [],
  DeadlineMissed: [],
  DeadlineCancelled: [],
  DeadlineWaived: [],
  DeadlineRecounted: [],
  DeadlineMoved: [],
  DeadlinesSuspended: [{ type: 'DeadlinesResumed' }],
  DeadlinesResumed: [{ type: 'DeadlinesSuspended' }],
  AgreementVoided: [],
  OverrideRequested: [],
  OverrideConfirmed: [],
  OverrideRejected: [],
  EntryRetracted: [],
  EntryCorrected: [],
};

/** The later entries in force that would hang in the air without this one, oldest first. */
export function dependentsOf(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  const dependents = entry.types.flatMap((type) => (isKnown(type) ? DEPENDENTS[type] : []));
  return entries.filter(
    (later) =>
      later.revision > entry.revision && (corrects(later, entry) || restsOn(later, entry, dependents)),
  );
}

/** Those of the later entries that hold something of the list. */
export function restingOn(
  entries: readonly Entry[],
  entry: Entry,
  dependents: readonly Dependent[],
): readonly Entry[] {
  return entries.filter((later) => later.revision > entry.revision && restsOn(later, entry, dependents));
}

function restsOn(later: Entry, entry: Entry, dependents: readonly Dependent[]): boolean {
  return dependents.some(
    ({ type, same }) =>
      later.types.includes(type) &&
      (!same || later.subjects.some((subject) => entry.subjects.includes(subject))),
  );
}

function corrects({ types, subjects }: Entry, { commandId }: Entry): boolean {
  return types.includes('EntryCorrected') && subjects.includes(commandId);
}

/** A state may hold the entry of a newer version of ours, whose types this one has not heard of. */
function isKnown(type: string): type is FactType {
  return Object.hasOwn(DEPENDENTS, type);
}
