import type { Stamped } from '@entente/event-sourcing';

import { otherwise } from '../decision.js';
import type { AgreementArchived, DocumentIssued, OriginalsHeld, SignedCopyFiled } from '../events.js';
import type { ProposedAgreement } from '../state.js';

export function evolvePapers(
  state: ProposedAgreement,
  event: Stamped<DocumentIssued | SignedCopyFiled | OriginalsHeld | AgreementArchived>,
): ProposedAgreement {
  switch (event.type) {
    case 'DocumentIssued': {
      const document = { ...event.data, issuedAt: event.recordedAt };
      return { ...state, documents: [...(state.documents ?? []), document] };
    }
    case 'SignedCopyFiled': {
      const copy = { ...event.data, filedAt: event.recordedAt };
      return { ...state, signedCopies: [...(state.signedCopies ?? []), copy] };
    }
    case 'OriginalsHeld': {
      const others = (state.originals ?? []).filter(({ holderId }) => holderId !== event.data.holderId);
      return { ...state, originals: [...others, event.data] };
    }
    case 'AgreementArchived':
      return { ...state, archived: { ...event.data, archivedAt: event.recordedAt } };
    default:
      return otherwise(event, state);
  }
}
