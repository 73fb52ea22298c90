import type { AgreementFact, DeadlineSet, LocalText } from '@entente/agreement';
import { effective, type Stamped } from '@entente/event-sourcing';

export interface RemindedDeadline extends Pick<
  DeadlineSet['data'],
  'deadlineId' | 'kind' | 'subject' | 'calendar' | 'zone' | 'localDate' | 'dueAt' | 'provisional' | 'remind'
> {
  /** Revision of its DeadlineSet: another one is another deadline, under the same id or not. */
  readonly version: number;
  /** When it was set, UTC ISO text. */
  readonly setAt: string;
  /** `suspended`: no time counts for it until it runs on. */
  readonly status: 'open' | 'suspended' | 'met' | 'cancelled';
  /** The definition that it was set under, `name@version`. */
  readonly definition: string;
  /** Revision of the event that met or cancelled it. */
  readonly endedAt?: number;
  /** That its day was over is on record, whether or not that was taken back. */
  readonly missed: boolean;
}

export interface RemindedParty {
  readonly partyId: string;
  readonly signatory?: string;
  readonly signed: boolean;
}

/** That something was recorded of an agreement. */
export interface Recorded {
  readonly revision: number;
  /** UTC ISO text. */
  readonly at: string;
}

/** What reminders need to know of an agreement, folded from its events. */
export interface RemindedAgreement {
  readonly agreementId: string;
  readonly title: LocalText;
  /** The definition it goes by, `name@version`. */
  readonly definition: string;
  readonly number?: string;
  /** The position it was proposed from; absent when the proposer acted for no position. */
  readonly proposedFrom?: string;
  /** The desk that looks after it; absent: the space's first. */
  readonly deskId?: string;
  readonly parties: readonly RemindedParty[];
  /** Those it has come to, as its definition then named them. */
  readonly stages: readonly {
    readonly name: string;
    readonly title: LocalText;
    /** Whether signatures are what it waits for. */
    readonly isSigning: boolean;
  }[];
  readonly milestones: readonly {
    readonly milestoneId: string;
    readonly title: LocalText;
    readonly ownerPartyId: string;
  }[];
  readonly deadlines: readonly RemindedDeadline[];
  /** Everything that people did, what was taken back too; that time passed is none of it. */
  readonly recorded: readonly Recorded[];
}

/** Folds the effective history; undefined when nothing was proposed. */
export function remindedAgreement(
  agreementId: string,
  history: readonly Stamped<AgreementFact>[],
): RemindedAgreement | undefined {
  const state = effective(history).reduce<RemindedAgreement | undefined>(
    (folded, event) =>
      event.type === 'AgreementProposed' ? begin(agreementId, event) : folded && evolve(folded, event),
    undefined,
  );
  return state && { ...withMissed(state, history), recorded: recordedIn(history) };
}

function recordedIn(history: readonly Stamped<AgreementFact>[]): readonly Recorded[] {
  return history
    .filter(({ type }) => type !== 'DeadlineMissed')
    .map(({ revision, recordedAt: at }) => ({ revision, at }));
}

/** The timer says it once: an agreement that expired and was taken up again does not expire again the next moment. */
function withMissed(state: RemindedAgreement, history: readonly Stamped<AgreementFact>[]): RemindedAgreement {
  const marks = history.filter((event) => event.type === 'DeadlineMissed');
  if (marks.length === 0) return state;
  const deadlines = state.deadlines.map((deadline) => ({
    ...deadline,
    missed: marks.some(
      ({ data, revision }) => data.deadlineId === deadline.deadlineId && revision > deadline.version,
    ),
  }));
  return { ...state, deadlines };
}

type Begun = Stamped<Extract<AgreementFact, { type: 'AgreementProposed' }>>;

function begin(agreementId: string, { data, actingAs }: Begun): RemindedAgreement {
  return {
    agreementId,
    title: data.title,
    definition: data.definition,
    ...(actingAs === undefined ? {} : { proposedFrom: actingAs }),
    parties: [],
    stages: [],
    milestones: [],
    deadlines: [],
    recorded: [],
  };
}

function evolve(state: RemindedAgreement, event: Stamped<AgreementFact>): RemindedAgreement {
  switch (event.type) {
    case 'AgreementNumbered':
      return { ...state, number: event.data.number };
    case 'DeskAssigned':
      return { ...state, deskId: event.data.deskId };
    case 'PartyInvited':
      return { ...state, parties: [...state.parties, { partyId: event.data.partyId, signed: false }] };
    case 'PartyAcceded': {
      const { partyId, positionId: signatory } = event.data;
      return { ...state, parties: [...state.parties, { partyId, signatory, signed: true }] };
    }
    case 'SignatoryNamed':
      return withParty(state, event.data.partyId, { signatory: event.data.positionId });
    case 'SigningHandedOver':
      return withParty(state, event.data.partyId, { signatory: event.data.positionId });
    case 'DraftingReopened':
      return { ...state, parties: state.parties.map((party) => ({ ...party, signed: false })) };
    case 'PartySigned':
      return withParty(state, event.data.partyId, { signed: true });
    case 'MilestonePlanned': {
      const { milestoneId, title, ownerPartyId } = event.data;
      return { ...state, milestones: [...state.milestones, { milestoneId, title, ownerPartyId }] };
    }
    case 'DeadlineSet':
      return withDeadline(state, deadlineSetBy(event, state.definition));
    case 'DeadlineMet':
      return withStatus(state, event.data.deadlineId, 'met', event.revision);
    case 'DeadlineCancelled':
      return withStatus(state, event.data.deadlineId, 'cancelled', event.revision);
    case 'DeadlinesSuspended':
      return event.data.deadlineIds.reduce((known, id) => withStatus(known, id, 'suspended'), state);
    case 'DeadlinesResumed':
      return event.data.deadlines.reduce((known, { deadlineId: id }) => withStatus(known, id, 'open'), state);
    case 'StageEntered':
      return withStage(state, event.data.to, event.data);
    case 'DefinitionMigrated':
      return withStage({ ...state, definition: event.data.to }, event.data.stage, event.data);
    case 'AgreementProposed':
    case 'SectionRevised':
    case 'TextApproved':
    case 'ApproversNamed':
    case 'TextEndorsed':
    case 'TextReturned':
    case 'AttributesSet':
    case 'TextServed':
    case 'AnnexAttached':
    case 'AnnexRemoved':
    case 'TextFileProvided':
    case 'TextFileRemoved':
    case 'CommentAdded':
    case 'CommentResolved':
    case 'CommentReopened':
    case 'SignatureRecorded':
    case 'SigningDeclined':
    case 'SigningOrdered':
    case 'MilestoneCompleted':
    case 'MilestoneConfirmed':
    case 'MilestoneCancelled':
    case 'VerdictGiven':
    case 'DocumentIssued':
    case 'SignedCopyFiled':
    case 'OriginalsHeld':
    case 'AgreementArchived':
    case 'AgreementWithdrawn':
    case 'DeadlineMissed':
    case 'DeadlineWaived':
    case 'DeadlineRecounted':
    case 'DeadlineMoved':
    case 'AgreementVoided':
    case 'OverrideRequested':
    case 'OverrideConfirmed':
    case 'OverrideRejected':
    case 'EntryRetracted':
    case 'EntryCorrected':
      return state;
    default: {
      // An event type of a later version tells reminders nothing.
      const _never: never = event;
      return state;
    }
  }
}

export function deadlineSetBy(
  { data, revision, recordedAt }: Stamped<DeadlineSet>,
  definition: string,
): RemindedDeadline {
  const { deadlineId, kind, subject, calendar, zone, localDate, dueAt, provisional, remind } = data;
  const facts = { deadlineId, kind, subject, calendar, zone, localDate, dueAt, provisional, remind };
  return { ...facts, version: revision, setAt: recordedAt, status: 'open', definition, missed: false };
}

function withStage(
  state: RemindedAgreement,
  name: string,
  { title, activities }: { readonly title: LocalText; readonly activities: readonly string[] },
): RemindedAgreement {
  const others = state.stages.filter((stage) => stage.name !== name);
  return { ...state, stages: [...others, { name, title, isSigning: activities.includes('signing@1') }] };
}

function withParty(
  state: RemindedAgreement,
  partyId: string,
  change: Partial<RemindedParty>,
): RemindedAgreement {
  const parties = state.parties.map((party) => (party.partyId === partyId ? { ...party, ...change } : party));
  return { ...state, parties };
}

function withDeadline(state: RemindedAgreement, deadline: RemindedDeadline): RemindedAgreement {
  const others = state.deadlines.filter(({ deadlineId }) => deadlineId !== deadline.deadlineId);
  return { ...state, deadlines: [...others, deadline] };
}

function withStatus(
  state: RemindedAgreement,
  deadlineId: string,
  status: RemindedDeadline['status'],
  endedAt?: number,
): RemindedAgreement {
  const ended = endedAt === undefined ? {} : { endedAt };
  const deadlines = state.deadlines.map((deadline) =>
    deadline.deadlineId === deadlineId ? { ...deadline, status, ...ended } : deadline,
  );
  return { ...state, deadlines };
}
