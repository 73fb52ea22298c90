/** Why an organisation or a person refuses a command. After each code: what would be right, and the facts that say so. */
export type DirectoryRefusalCode =
  /** Register it first; nothing has been registered under this id. */
  | 'unknown-organisation'
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
  /** One of the languages: { languages }. */
  | 'unknown-language';
