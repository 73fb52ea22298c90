/** Why an organisation or a person refuses a command. After each code: what would be right, and the facts that say so. */
export type DirectoryRefusalCode =
  /** Register it first; nothing has been registered under this id. */
  | 'unknown-organisation'
  /** An organisation that is registered, and not this one. */
  | 'unknown-other-organisation'
  /** Nothing but vacating and revoking: it was merged or dissolved: { on, into? }. */
  | 'organisation-closed'
  /** One of its positions: { positions }. */
  | 'unknown-position'
  /** A position that still is: { on }. */
  | 'position-ended'
  /** A position that somebody holds. */
  | 'position-vacant'
  /** Somebody else must do this, so that somebody is left who can. */
  | 'own-coordinator-position'
  /** Letters, digits, spaces, dots, slashes and hyphens, 2 to 40 of them. */
  | 'invalid-registration-code'
  /** Today at the latest: { today }. */
  | 'date-in-future'
  /** At most this day: { latest }. */
  | 'date-too-far'
  /** A last day not before the first: { from }. */
  | 'until-before-from'
  /** One of its mandates. */
  | 'unknown-mandate'
  /** One holder: either a position or a person, and not the granter. */
  | 'mandate-without-holder'
  /** At most this many: { limit }. */
  | 'limit-reached'
  /** A mandate that holds on the day: { mandateId, from, until }. */
  | 'mandate-expired'
  /** The holder of the position, or somebody who has its mandate: { positionId, on }. */
  | 'signatory-without-mandate'
  /** Register the person first; nobody has been registered under this id. */
  | 'unknown-person'
  /** Nothing: name and contacts were taken out for good. */
  | 'person-erased'
  /** The name it has; under this id somebody or something else is registered. */
  | 'already-registered'
  /** A name in at least one language. */
  | 'text-missing'
  /** At most this many characters: { limit, length }. */
  | 'text-too-long'
  /** One line of well-formed Unicode without control characters. */
  | 'malformed-text'
  /** An id of letters, digits, `-` and `_`. */
  | 'invalid-id'
  /** A day that exists, as YYYY-MM-DD. */
  | 'invalid-date'
  /** One of the roles, each once: { roles }. */
  | 'unknown-position-role'
  /** An address of the form name@domain. */
  | 'invalid-email'
  /** A zone of the IANA database, such as Asia/Shanghai. */
  | 'unknown-zone'
  /** Two times of a day, HH:MM, the second at least an hour after the first. */
  | 'invalid-window'
  /** A telephone number: 3 to 30 digits, with spaces, brackets, slashes, dots and hyphens between. */
  | 'invalid-phone'
  /** One of the languages: { languages }. */
  | 'unknown-language'
  /** A desk that was opened. */
  | 'unknown-desk'
  /** A position whose holder coordinates. */
  | 'not-a-coordinator'
  /** Accepting what was offered: there is no offer. */
  | 'no-offer'
  /** That the holder offers it: they are there. */
  | 'holder-present'
  /** Today at the earliest: { today }. */
  | 'date-in-past'
  /** A calendar that is known. */
  | 'unknown-calendar'
  /** A country's calendar here, or closures there: { closures: whether they are asked for }. */
  | 'other-calendar-kind'
  /** A calendar without a fault: { faults }, each with code and pointer. */
  | 'calendar-faulty'
  /** A list that is published stays as it is; the next version is { next }. */
  | 'version-published'
  /** Versions follow each other; the next is { next }. */
  | 'version-skipped'
  /** One of these kinds of days: { kinds }. */
  | 'unknown-day-kind'
  /** A country for which days are known: { known }. */
  | 'unknown-country'
  /** A part of that country: { known }. */
  | 'unknown-region'
  /** A list of its own: its working days are made up year by year, which no library foretells. */
  | 'country-has-own-list'
  /** The last year not before the first, and at most so many: { most }. */
  | 'years-reversed'
  /** Years whose days somebody knows; these are told when they come: { years }. */
  | 'years-not-known'
  /** A calendar in JSON of the published shape. */
  | 'no-calendar-file'
  /** Of a table that is brought in: rows that are CSV. */
  | 'no-csv'
  /** A header and a row at least. */
  | 'no-rows'
  /** At most this many rows: { limit }. */
  | 'too-many-rows'
  /** One of the columns: { columns }. */
  | 'unknown-column'
  /** Each column once. */
  | 'column-twice'
  /** As many cells as the header has: { expected, cells }. */
  | 'cells-missing';
