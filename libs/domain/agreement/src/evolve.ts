import type { Stamped } from '@entente/event-sourcing';

import { otherwise } from './decision.js';
import type { AgreementFact } from './events.js';
import { evolveAttributes } from './attributes/evolve.js';
import { evolveComments } from './comments/evolve.js';
import { evolveEntries } from './retraction/evolve.js';
import { evolveDefinition } from './migration/evolve.js';
import { evolveOverrides } from './overrides/evolve.js';
import { evolveParties } from './parties/evolve.js';
import { evolveProposal, proposed } from './proposal/evolve.js';
import { evolvePapers } from './papers/evolve.js';
import { evolveResearch } from './research/evolve.js';
import { evolveReview } from './review/evolve.js';
import { evolveRoute } from './route/evolve.js';
import { evolveSigning } from './signing/evolve.js';
import type { Agreement, ProposedAgreement } from './state.js';
import { evolveText } from './text/evolve.js';
import { withTurn } from './turn.js';
import { evolveDeadlines, evolveStage } from './workflow/evolve.js';

export function evolve(state: Agreement, event: Stamped<AgreementFact>): Agreement {
  if (event.type === 'AgreementProposed')
    return state.stage === null ? evolveEntries(proposed(event), event) : state;
  if (state.stage === null) return state;
  return withTurn(evolveEntries(apply(state, event), event), event.recordedAt);
}

function apply(
  state: ProposedAgreement,
  event: Exclude<Stamped<AgreementFact>, { type: 'AgreementProposed' }>,
): ProposedAgreement {
  switch (event.type) {
    case 'StageEntered':
      return evolveStage(state, event);
    case 'AgreementNumbered':
    case 'DeskAssigned':
    case 'AgreementWithdrawn':
      return evolveProposal(state, event);
    case 'DefinitionMigrated':
      return evolveDefinition(state, event);
    case 'PartyInvited':
    case 'SignatoryNamed':
      return evolveParties(state, event);
    case 'SectionRevised':
    case 'TextApproved':
    case 'TextServed':
    case 'AnnexAttached':
    case 'AnnexRemoved':
    case 'TextFileProvided':
    case 'TextFileRemoved':
      return evolveText(state, event);
    case 'ApproversNamed':
    case 'TextEndorsed':
    case 'TextReturned':
      return evolveRoute(state, event);
    case 'AttributesSet':
      return evolveAttributes(state, event);
    case 'CommentAdded':
    case 'CommentResolved':
    case 'CommentReopened':
      return evolveComments(state, event);
    case 'SignatureRecorded':
    case 'PartySigned':
    case 'PartyAcceded':
    case 'SigningDeclined':
    case 'SigningHandedOver':
    case 'SigningOrdered':
    case 'DraftingReopened':
      return evolveSigning(state, event);
    case 'MilestonePlanned':
    case 'MilestoneCompleted':
    case 'MilestoneConfirmed':
    case 'MilestoneCancelled':
      return evolveResearch(state, event);
    case 'VerdictGiven':
      return evolveReview(state, event);
    case 'DocumentIssued':
    case 'SignedCopyFiled':
    case 'OriginalsHeld':
    case 'AgreementArchived':
      return evolvePapers(state, event);
    case 'DeadlineSet':
    case 'DeadlineMet':
    case 'DeadlineMissed':
    case 'DeadlineCancelled':
    case 'DeadlinesSuspended':
    case 'DeadlinesResumed':
      return evolveDeadlines(state, event);
    case 'OverrideRequested':
    case 'OverrideConfirmed':
    case 'OverrideRejected':
      return evolveOverrides(state, event);
    case 'AgreementVoided':
      return { ...state, voided: event.data };
    // What they change stands in the facts beside them, or in the place of what was wrong.
    case 'DeadlineWaived':
    case 'DeadlineRecounted':
    case 'DeadlineMoved':
    case 'EntryCorrected':
      return state;
    case 'EntryRetracted':
      return { ...state, retracted: [...state.retracted, event.data.commandId] };
    default:
      return otherwise(event, state);
  }
}
