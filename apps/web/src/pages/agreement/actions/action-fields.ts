import type { CommandBodies, CommandName, Party } from '../../../api/types.js';
import { localText } from '../../../format/local-text.js';
import type { Preset } from './actions-context.js';
import type { Possible } from './command-names.js';

export type FieldInput =
  | 'party'
  | 'position'
  | 'organisation'
  | 'role'
  | 'means'
  | 'day'
  | 'line'
  | 'prose'
  | 'milestone-kind'
  | 'outcome'
  | 'voided-as'
  | 'agreement'
  | 'desk';

export type FieldLabel =
  | 'party'
  | 'organisation'
  | 'role'
  | 'position'
  | 'means'
  | 'signedOn'
  | 'place'
  | 'evidence'
  | 'mandate'
  | 'reason'
  | 'kind'
  | 'titleZh'
  | 'titleEn'
  | 'owner'
  | 'dueOn'
  | 'completedOn'
  | 'outcome'
  | 'report'
  | 'correction'
  | 'voidedAs'
  | 'duplicateOf'
  | 'desk'
  | 'archiveNumber'
  | 'substituteFor'
  | 'reasonForTwo';

export interface Field {
  readonly name: string;
  readonly input: FieldInput;
  readonly label: FieldLabel;
  readonly optional?: boolean;
  /** The field that may be filled in instead. */
  readonly either?: string;
}

const field = (name: string, input: FieldInput, label: FieldLabel): Field => ({ name, input, label });
const optional = (name: string, input: FieldInput, label: FieldLabel): Field => ({
  ...field(name, input, label),
  optional: true,
});

const PARTY = field('partyId', 'party', 'party');
const REASON = field('reason', 'prose', 'reason');

/** What each command has to be told, beside what is known from where it was started. */
const TITLES = [
  { ...field('titleZh', 'line', 'titleZh'), either: 'titleEn' },
  { ...field('titleEn', 'line', 'titleEn'), either: 'titleZh' },
];

/** Done in their place, in a form of their own, or through the API alone. */
type OwnForm =
  | 'revise-section'
  | 'order-signing'
  | 'set-attributes'
  | 'name-approvers'
  | 'move-deadline'
  | 'serve-text'
  | 'attach-annex'
  | 'remove-annex'
  | 'provide-text-file'
  | 'remove-text-file'
  | 'add-comment'
  | 'resolve-comment'
  | 'reopen-comment'
  | 'file-signed-copy'
  | 'hold-originals';

const FIELDS: Readonly<Record<Exclude<CommandName, OwnForm>, readonly Field[]>> = {
  'invite-party': [field('partyId', 'organisation', 'organisation'), field('role', 'role', 'role')],
  'name-signatory': [PARTY, field('positionId', 'position', 'position')],
  'approve-text': [PARTY],
  'endorse-text': [PARTY],
  'return-text': [PARTY, REASON],
  'submit-for-signing': [],
  'record-signature': [
    PARTY,
    field('means', 'means', 'means'),
    field('signedOn', 'day', 'signedOn'),
    optional('place', 'line', 'place'),
    optional('evidence', 'prose', 'evidence'),
  ],
  'record-accession': [
    field('partyId', 'organisation', 'organisation'),
    field('role', 'role', 'role'),
    field('positionId', 'position', 'position'),
    field('means', 'means', 'means'),
    field('signedOn', 'day', 'signedOn'),
    optional('place', 'line', 'place'),
    optional('substituteFor', 'position', 'substituteFor'),
    optional('mandate', 'line', 'mandate'),
    optional('evidence', 'prose', 'evidence'),
  ],
  'hand-over-signing': [
    PARTY,
    field('positionId', 'position', 'position'),
    optional('mandate', 'line', 'mandate'),
  ],
  'reopen-drafting': [REASON],
  'decline-signing': [PARTY, REASON],
  'close-declined': [],
  'plan-milestone': [
    field('kind', 'milestone-kind', 'kind'),
    ...TITLES,
    field('ownerPartyId', 'party', 'owner'),
    field('dueOn', 'day', 'dueOn'),
  ],
  'complete-milestone': [field('completedOn', 'day', 'completedOn')],
  'confirm-milestone': [PARTY],
  'cancel-milestone': [REASON],
  'submit-for-review': [],
  'give-verdict': [field('outcome', 'outcome', 'outcome'), field('report', 'prose', 'report')],
  'conclude-agreement': [],
  'withdraw-agreement': [REASON],
  'retract-entry': [REASON],
  'correct-entry': [REASON],
  'void-agreement': [
    field('as', 'voided-as', 'voidedAs'),
    optional('of', 'agreement', 'duplicateOf'),
    REASON,
  ],
  'archive-agreement': [field('archiveNumber', 'line', 'archiveNumber')],
  'assign-desk': [field('deskId', 'desk', 'desk')],
  'waive-deadline': [REASON],
  'suspend-deadlines': [REASON],
  'resume-deadlines': [],
  'confirm-override': [],
  'reject-override': [REASON],
};

/** Asked for only where one person alone may not tell of a signature. */
const REASON_FOR_TWO: Field = optional('reason', 'prose', 'reasonForTwo');

/** With a reason a second person is asked; without one it is tried again as it is. */
export function bodyForTwo<Body extends object>(body: Body, { reason = '' }: Values): Body {
  return reason.trim() === '' ? body : { ...body, override: true, reason: reason.trim() };
}

const ON_EXACT_TEXT: readonly CommandName[] = ['approve-text', 'endorse-text', 'return-text'];

export type DialogCommand = keyof typeof FIELDS;

export const isDialogCommand = (command: CommandName): command is DialogCommand =>
  Object.hasOwn(FIELDS, command);
export type Values = Readonly<Record<string, string | undefined>>;

export function fieldsOf(command: DialogCommand, preset: Preset = {}, byTwo = false): readonly Field[] {
  if (command === 'correct-entry') return [...correctionFields(preset.field), ...FIELDS[command]];
  return byTwo && !asksWhy(command) ? [...FIELDS[command], REASON_FOR_TWO] : FIELDS[command];
}

/** Whoever gives a reason anyway can be asked for a second person with it. */
export const asksWhy = (command: DialogCommand): boolean => FIELDS[command].includes(REASON);

/** What is right, in the form of what was wrong. */
function correctionFields(corrected: Preset['field']): readonly Field[] {
  switch (corrected) {
    case 'title':
    case 'field':
      return TITLES;
    case 'signedOn':
    case 'dueOn':
    case 'completedOn':
      return [field('value', 'day', 'correction')];
    case 'place':
    case undefined:
      return [field('value', 'line', 'correction')];
    default: {
      const never: never = corrected;
      return never;
    }
  }
}

/** What is possible of a command, for the party, milestone or line where it was started. */
export const matching = (possible: readonly Possible[], command: CommandName, preset: Preset): Possible[] =>
  possible.filter(
    (one) =>
      one.command === command &&
      agrees(one.partyId, preset.partyId) &&
      agrees(one.post, preset.post) &&
      agrees(one.milestoneId, preset.milestoneId) &&
      agrees(one.commandId, preset.commandId) &&
      agrees(one.deadlineId, preset.deadlineId) &&
      agrees(one.overrideId, preset.overrideId),
  );

const agrees = (offered: string | undefined, wanted: string | undefined): boolean =>
  wanted === undefined || offered === undefined || offered === wanted;

/** The parties a command can be for, as the API lists what is possible; all where it names none. */
export function partiesFor(
  possible: readonly Possible[],
  command: CommandName,
  parties: readonly Party[],
  preset: Preset,
): readonly Party[] {
  const offered = matching(possible, command, preset);
  if (offered.every(({ partyId }) => partyId === undefined)) return parties;
  return parties.filter(({ partyId }) => offered.some((one) => one.partyId === partyId));
}

/** The fields as the API takes them; it checks them, and says which one is not right. */
export function bodyOf<Name extends DialogCommand>(
  command: Name,
  values: Values,
  preset: Preset,
  textHash: string | null,
): CommandBodies[Name] {
  const { titleZh, titleEn, ...plain } = values;
  const filled = Object.entries(plain).flatMap(([name, value]) =>
    value === undefined || value.trim() === '' ? [] : [[name, value.trim()] as const],
  );
  const { line: _, partyId, ...ids } = preset;
  const known = fieldsOf(command, preset).map(({ name }) => name);
  const body: Record<string, unknown> = Object.fromEntries(filled.filter(([name]) => known.includes(name)));
  if (command === 'plan-milestone') body['title'] = localText(titleZh, titleEn) ?? {};
  if (command === 'correct-entry' && known.includes('titleZh'))
    body['value'] = localText(titleZh, titleEn) ?? {};
  if (ON_EXACT_TEXT.includes(command)) body['textHash'] = textHash;
  if (partyId !== undefined && known.includes('partyId')) body['partyId'] = partyId;
  // The table of fields pairs each command with what its body needs.
  return Object.assign(body, ids) as CommandBodies[Name];
}

/** Where the page shows what the API says of a field: `title.zh` stands at `titleZh`. */
export function fieldNamed(path: string, fields: readonly Field[]): string | undefined {
  const flat = path.replace(/\.(zh|en)$/, (_, language: string) => (language === 'zh' ? 'Zh' : 'En'));
  return [flat, path, `${path}Zh`].find((name) => fields.some((one) => one.name === name));
}
