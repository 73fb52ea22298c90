/**
 * Why an agreement or a register refuses a command. After each code: what would be right, and the facts that say so.
 */
export type AgreementRefusalCode =
  /** Propose it first; nothing has been proposed under this id. */
  | 'unknown-agreement'
  /** Another letter needs another id; under this one stands a proposal. */
  | 'already-proposed'
  /** The kind of the definition it is decided under: { kind }. */
  | 'unknown-kind'
  /** A command that is open in this stage, or the same one in another: { stage, open: stages that take it }. */
  | 'wrong-stage'
  /** First make these conditions hold: { missing: names of conditions }. */
  | 'conditions-not-met'

  /** An organisation that is registered in this space. */
  | 'unknown-organisation'
  /** One of the definition's roles: { roles }. */
  | 'unknown-role'
  /** Another role; this one is { partyId }'s. */
  | 'role-taken'
  /** The role the organisation was invited in: { role }. */
  | 'party-already-invited'
  /** One of the agreement's parties: { parties }. */
  | 'unknown-party'
  /** One of the organisation's positions: { positions }. */
  | 'unknown-position'
  /** A position that somebody fills. */
  | 'position-vacant'

  /** The hash of the rendition as it stands, which comes along: { currentHash, heading, body }, null for a new one. */
  | 'stale-base'
  /** The hash of the whole text as it stands: { textHash }. */
  | 'text-changed'
  /** One of the definition's attributes: { attributes: names }. */
  | 'unknown-attribute'
  /** A value, since the definition requires it: { title }. */
  | 'attribute-required'
  /** A value of this kind: { expected: integer, string, boolean, date or enum, minimum?, maximum?, allowed? }. */
  | 'wrong-attribute'
  /** A section id of lower-case letters, digits and hyphens that begins with a letter: { pattern }. */
  | 'invalid-section'
  /** The day it falls on by now: { deadlineId, localDate }. */
  | 'deadline-differs'
  /** Parties whose calendars leave a day of the week to each other: { calendars: ids }. */
  | 'no-common-working-day'
  /** At most this many: { limit }. */
  | 'limit-reached'
  /** A text that says something; it is required. */
  | 'text-missing'
  /** At most this many characters: { limit, length }. */
  | 'text-too-long'
  /** Well-formed Unicode without control characters. */
  | 'malformed-text'

  /** A file in which a text is written: { allowed: media types, found }. */
  | 'not-a-text-file'
  /** Another file, or, to write it in sections, none: { sha256 } is the text in this language. */
  | 'text-is-a-file'
  /** The file that is the text in this language. */
  | 'unknown-text-file'
  /** A party whose role has an approval route. */
  | 'no-approval-route'
  /** Each post of the route once: { posts }. */
  | 'wrong-approvers'
  /** One of the posts of the party's route: { posts }. */
  | 'unknown-post'
  /** First the party says which of its positions that is. */
  | 'no-approver'
  /** First these posts of the party agree: { posts }. */
  | 'not-their-step'
  /** Nothing: the party has approved this text. */
  | 'already-approved'
  /** First these posts of the party agree: { posts }. */
  | 'route-not-complete'
  /** One of the letter's annexes. */
  | 'unknown-annex'
  /** The title under which it is one: { title }. */
  | 'already-annexed'
  /** Parties of the letter other than the one that serves: { parties }. */
  | 'not-the-other-side'
  /** A comment that is there for one's side. */
  | 'unknown-comment'
  /** The comment that began the conversation: { commentId }. */
  | 'not-a-first-comment'
  /** The audience of the comment that is answered: { audience }. */
  | 'other-audience'
  /** A section of the text. */
  | 'unknown-section'

  /** Name the party's signatory first. */
  | 'no-signatory'
  /** The signature that stands, unless it is retracted: { signedOn, means, place? }. */
  | 'already-signed'
  /** Nothing, unless the party's decline is retracted: { reason }. */
  | 'party-declined'
  /** The signatory, or whoever the signing was handed over to: { positions }. */
  | 'signatory-without-mandate'
  /** First these parties sign: { parties }. */
  | 'not-their-turn'
  /** Every party once, in groups of at least one: { parties }. */
  | 'invalid-order'
  /** Evidence, or an earlier entry; else an override by a second person: { days, daysWithEvidence }. */
  | 'late-signature-needs-override'
  /** A day on which somebody held the position that signs; else an override by a second person: { on }. */
  | 'vacant-signature-needs-override'
  /** A day from the day of the proposal on: { proposedOn }. */
  | 'signed-before-proposal'

  /** One that is shipped or published in this space. */
  | 'unknown-definition'
  /** A definition of the agreement's kind: { kind }. */
  | 'other-kind'
  /** A stage of the other definition in which the text and signatures stand as in this one: { stage, stages }. */
  | 'stage-not-there'
  /** Nothing: it has come to its end: { stage }. */
  | 'agreement-ended'

  /** A day from which the agreement is in force: { inForceFrom }. */
  | 'acceded-before-force'
  /** A desk that was opened. */
  | 'unknown-desk'
  /** A file that was stored: send it first. */
  | 'unknown-file'
  /** A scan or a photograph: { allowed: media types, found }. */
  | 'not-a-scan'
  /** An agreement that its parties have signed. */
  | 'not-signed'
  /** At least one, at most { limit }. */
  | 'invalid-count'

  /** A day that exists, as YYYY-MM-DD. */
  | 'invalid-date'
  /** Today or later: { today }. */
  | 'date-in-past'
  /** Today or earlier: { today }. */
  | 'date-in-future'
  /** At most this day: { latest }. */
  | 'date-too-far'

  /** One of the agreement's milestones. */
  | 'unknown-milestone'
  /** The day that was reported, unless the report is retracted: { completedOn }. */
  | 'already-completed'
  /** A day from the day it was planned on: { plannedOn }. */
  | 'completed-before-plan'
  /** A milestone whose owner reported it as completed. */
  | 'milestone-not-completed'
  | 'milestone-cancelled'
  /** The verdict that stands, unless it is retracted: { outcome }. */
  | 'verdict-already-given'

  /** The number it has: { number }. */
  | 'already-numbered'

  /** The command id of an entry of this agreement. */
  | 'unknown-entry'
  /** Any entry but the proposal, a number and a retraction. */
  | 'not-retractable'
  /** One's own entry within 24 hours; else, or where two decided it, an override by a second person: { own, until } or { byTwo }. */
  | 'retraction-needs-override'
  /** One's own entry within 24 hours; else, or where two decided it, an override by a second person: { own, until } or { byTwo }. */
  | 'correction-needs-override'
  /** A field of this entry that can be put right: { fields }; others are taken back and entered anew. */
  | 'not-correctable'
  /** Another value of the kind that stands there: a text, or a name in our languages. */
  | 'wrong-value'
  /** First let its deadlines run on. */
  | 'deadline-suspended'
  /** An agreement with an open deadline that its definition lets stop and that is not over. */
  | 'nothing-to-suspend'
  /** One of the agreement's deadlines that is still open. */
  | 'unknown-deadline'
  /** The instant at which its day is over, or later: { dueAt }. */
  | 'deadline-not-over'
  /** Another agreement that exists and that one may see. */
  | 'unknown-duplicate'
  /** An override that was asked for. */
  | 'unknown-override'
  /** Somebody else than who asked for it. */
  | 'second-person-needed'
  /** Nothing: it was confirmed or rejected, or has taken effect: { status }. */
  | 'override-decided'
  /** Retract these first, newest first: { entries: [{ commandId, types }] }. */
  | 'later-entries-depend';

/** Why a workflow definition is not published, and what would be right. */
export type DefinitionRefusalCode =
  /** A definition without faults: { faults: [{ pointer, code, facts? }] }. */
  | 'definition-faulty'
  /** One that is shipped or published in this space, for this kind. */
  | 'unknown-definition'
  /** Another name: this one is shipped with Entente. */
  | 'name-shipped'
  /** The next version; what is published stays as it is: { next }. */
  | 'version-published'
  /** The next version: { next }. */
  | 'version-skipped'
  /** The kind of the versions before: { kind }. */
  | 'kind-changed'
  /** A pattern of its own: this one numbers { kind }. */
  | 'pattern-taken';

/** Why a file is not stored, and what would be right. */
export type FileRefusalCode =
  /** A file that holds something. */
  | 'file-empty'
  /** At most { limit } bytes. */
  | 'file-too-large'
  /** One of these types, found from what is in it: { allowed, found? }. */
  | 'file-type-not-allowed'
  /** A document that can be opened. */
  | 'file-malformed'
  /** A document that unpacks to no more than { limit } bytes. */
  | 'file-unpacks-too-large'
  /** Another file: this one was erased, and stays so. */
  | 'file-erased';
