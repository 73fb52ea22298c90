/** Why a meeting refuses a command. After each code: what would be right, and the facts that say so. */
export type MeetingRefusalCode =
  /** Plan it first. */
  | 'unknown-meeting'
  /** Another meeting needs another id. */
  | 'already-planned'
  /** A meeting that was not held yet: { on }. */
  | 'meeting-held'
  /** The meeting's day or later: { on }. */
  | 'meeting-in-future'
  /** Place a letter first. */
  | 'no-letters'
  /** A letter that is placed at this meeting: { letters }. */
  | 'letter-not-placed'
  /** A letter that not every party has signed. */
  | 'letter-signed'
  /** A letter in drafting or signing: { stage }. */
  | 'letter-not-signable'
  /** Another meeting, not held yet. */
  | 'not-a-next-meeting'
  /** An agreement there is. */
  | 'unknown-agreement'
  | 'unknown-organisation'
  /** One of the organisation's positions. */
  | 'unknown-position'
  | 'position-vacant'
  /** A local date and time, `2026-12-23T14:00`, that exists in the zone. */
  | 'invalid-moment'
  /** From 1 to { max }. */
  | 'invalid-number'
  | 'invalid-date'
  | 'date-in-future'
  /** At most this day: { latest }. */
  | 'date-too-far'
  /** A day not before the meeting’s: { from }. */
  | 'until-before-from'
  | 'limit-reached'
  | 'text-missing'
  | 'text-too-long'
  | 'malformed-text';
