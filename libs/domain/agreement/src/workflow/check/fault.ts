/** What is wrong with a definition. After each code: what would be right, and the facts that say so. */
export type DefinitionFaultCode =
  /** What the published schema asks for at this place: { expected }. */
  | 'schema'
  /** A name that is not given twice: { name }. */
  | 'duplicate-name'
  /** The name of one of its stages: { stages }. */
  | 'unknown-stage'
  /** A way to it from the first stage. */
  | 'unreachable-stage'
  /** A way from it to a final stage. */
  | 'no-way-to-an-end'
  /** Nothing to do and no deadline where nothing leads out. */
  | 'busy-final-stage'
  /** At least one transition of the circle by a command: { stages: those of the circle }. */
  | 'automatic-cycle'
  /** A condition, or a command, that it waits for. */
  | 'automatic-without-condition'
  /** One of these: { known }. */
  | 'unknown-activity'
  | 'unknown-condition'
  | 'unknown-command'
  /** `{ name, count }`, since it asks for a number; or only its name, since it does not. */
  | 'count-missing'
  | 'count-without-meaning'
  /** At most as many as there can be parties: { most }. */
  | 'count-out-of-reach'
  /** One transition for each command of a stage: { command }. */
  | 'ambiguous-command'
  /** One of the attributes: { known }. */
  | 'unknown-attribute'
  /** A keyword that says something of the attribute's type: { keyword, type }. */
  | 'attribute-keyword'
  /** A range with a value in it. */
  | 'empty-range'
  /** Attributes, since this is about them. */
  | 'no-attributes'
  /** `P{n}D`: n working days, from 1 to 2500. */
  | 'deadline-not-computable'
  /** At most { limit } messages to one person: { reminders }. */
  | 'too-many-reminders'
  /** Upwards, each of { levels } at most once and later than the one before. */
  | 'escalation-order'
  /** At most { most } working days before, as long as the deadline runs. */
  | 'offset-beyond-deadline'
  /** A transition of the stage that waits for no condition: { known }. */
  | 'unknown-transition'
  /** `{year}`, and `{number}` or `{number:4}`, somewhere in it. */
  | 'number-pattern';

export interface DefinitionFault {
  /** JSON pointer to the place. */
  readonly pointer: string;
  readonly code: DefinitionFaultCode;
  readonly facts?: Readonly<Record<string, unknown>>;
}

export function fault(
  pointer: string,
  code: DefinitionFaultCode,
  facts?: DefinitionFault['facts'],
): DefinitionFault {
  return { pointer, code, ...(facts === undefined ? {} : { facts }) };
}
