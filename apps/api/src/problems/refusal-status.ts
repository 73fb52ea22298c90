import type { RefusalCode } from '@entente/narrative';

export type RefusalStatus = 403 | 404 | 409 | 412 | 413 | 422;

/** The status of every refusal; a code without one does not compile. */
const statuses: Readonly<Record<RefusalCode, RefusalStatus>> = {
  'not-allowed': 403,
  'unknown-agreement': 404,
  'unknown-person': 404,
  'person-erased': 409,

  'wrong-stage': 409,
  conflict: 409,
  // Others were faster: the text is not the one that was seen.
  'stale-base': 409,
  'text-changed': 409,
  'stale-revision': 412,
  'event-too-large': 413,
  'append-too-large': 413,

  'command-id-reused': 422,
  'event-malformed': 422,

  'already-proposed': 422,
  'unknown-kind': 422,
  'conditions-not-met': 422,
  'unknown-organisation': 422,
  'unknown-role': 422,
  'role-taken': 422,
  'party-already-invited': 422,
  'unknown-party': 422,
  'unknown-position': 422,
  'position-vacant': 422,
  'invalid-section': 422,
  'limit-reached': 422,
  'text-missing': 422,
  'text-too-long': 422,
  'malformed-text': 422,
  'no-signatory': 422,
  'already-signed': 422,
  'party-declined': 422,
  'signatory-without-mandate': 422,
  'not-their-turn': 422,
  'invalid-order': 422,
  'late-signature-needs-override': 422,
  'signed-before-proposal': 422,
  'invalid-date': 422,
  'date-in-past': 422,
  'date-in-future': 422,
  'date-too-far': 422,
  'unknown-file': 422,
  'not-a-scan': 422,
  'not-signed': 422,
  'invalid-count': 422,
  'unknown-milestone': 422,
  'already-completed': 422,
  'completed-before-plan': 422,
  'milestone-not-completed': 422,
  'verdict-already-given': 422,
  'already-numbered': 422,
  'unknown-entry': 422,
  'not-retractable': 422,
  'retraction-needs-override': 422,
  'later-entries-depend': 422,

  'already-registered': 422,
  'invalid-id': 422,
  'invalid-email': 422,
  'unknown-zone': 422,
  'unknown-language': 422,
  'unknown-position-role': 422,
  'unknown-other-organisation': 422,
  'organisation-closed': 409,
  'position-ended': 422,
  'own-coordinator-position': 422,
  'invalid-registration-code': 422,
  'until-before-from': 422,
  'unknown-mandate': 422,
  'mandate-without-holder': 422,
  'mandate-expired': 422,
};

/** A code from elsewhere is a rule's all the same. */
export function statusOfRefusal(code: string): RefusalStatus {
  return Object.hasOwn(statuses, code) ? statuses[code as RefusalCode] : 422;
}
