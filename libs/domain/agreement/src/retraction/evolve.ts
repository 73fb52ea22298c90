import type { Stamped } from '@entente/event-sourcing';

import { otherwise } from '../decision.js';
import type { AgreementFact } from '../events.js';
import type { Entry, ProposedAgreement } from '../state.js';

/** Adds the event to the line of history its command made. */
export function evolveEntries<State extends ProposedAgreement>(
  state: State,
  event: Stamped<AgreementFact>,
): State {
  const { commandId, actor, recordedAt, revision, type } = event;
  const last = state.entries.at(-1);
  const entry: Entry =
    last?.commandId === commandId
      ? last
      : { commandId, actor, recordedAt, revision, types: [], subjects: [] };
  const subject = subjectOf(event);
  const subjects =
    subject === undefined || entry.subjects.includes(subject) ? entry.subjects : [...entry.subjects, subject];
  const extended = { ...entry, types: [...entry.types, type], subjects };
  const entries = entry === last ? state.entries.with(-1, extended) : [...state.entries, extended];
  return { ...state, entries };
}

function subjectOf(event: Stamped<AgreementFact>): string | undefined {
  switch (event.type) {
    case 'PartyInvited':
    case 'SignatoryNamed':
    case 'TextApproved':
    case 'SignatureRecorded':
    case 'PartySigned':
    case 'PartyAcceded':
    case 'SigningDeclined':
    case 'SigningHandedOver':
      return event.data.partyId;
    case 'ApproversNamed':
    case 'TextEndorsed':
    case 'TextReturned':
      return event.data.owner;
    case 'SectionRevised':
      return event.data.sectionId;
    case 'CommentAdded':
      return event.data.replyTo ?? event.data.commentId;
    case 'CommentResolved':
    case 'CommentReopened':
      return event.data.commentId;
    case 'AnnexAttached':
    case 'TextFileProvided':
      return event.data.file.sha256;
    case 'AnnexRemoved':
    case 'TextFileRemoved':
      return event.data.sha256;
    case 'MilestonePlanned':
    case 'MilestoneCompleted':
    case 'MilestoneConfirmed':
    case 'MilestoneCancelled':
      return event.data.milestoneId;
    case 'AgreementProposed':
    case 'StageEntered':
    case 'AttributesSet':
    case 'TextServed':
    case 'SigningOrdered':
    case 'DraftingReopened':
    case 'VerdictGiven':
    case 'DocumentIssued':
    case 'SignedCopyFiled':
    case 'OriginalsHeld':
    case 'AgreementArchived':
    case 'DeskAssigned':
    case 'DefinitionMigrated':
    case 'AgreementWithdrawn':
    case 'AgreementNumbered':
    case 'DeadlineSet':
    case 'DeadlineMet':
    case 'DeadlineMissed':
    case 'DeadlineCancelled':
    case 'DeadlineWaived':
    case 'DeadlineRecounted':
    case 'DeadlineMoved':
    case 'DeadlinesSuspended':
    case 'DeadlinesResumed':
    case 'AgreementVoided':
    case 'OverrideRequested':
    case 'OverrideConfirmed':
    case 'OverrideRejected':
    case 'EntryRetracted':
      return undefined;
    case 'EntryCorrected':
      return event.data.commandId;
    default:
      return otherwise<string | undefined>(event, undefined);
  }
}
