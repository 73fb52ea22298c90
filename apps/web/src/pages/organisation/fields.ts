import type { OrganisationBodies, OrganisationCommandName } from '../../api/types.js';

export type Input =
  | 'local'
  | 'day'
  | 'line'
  | 'prose'
  | 'organisation'
  | 'position'
  | 'person'
  | 'country-calendar'
  | 'closures';

export interface Field {
  readonly name: string;
  readonly input: Input;
  readonly label:
    | 'name'
    | 'from'
    | 'on'
    | 'code'
    | 'host'
    | 'country'
    | 'closures'
    | 'into'
    | 'reason'
    | 'position'
    | 'to'
    | 'until';
  readonly optional?: boolean;
}

/** What was known where the command was started. */
export interface Preset {
  readonly positionId?: string;
  readonly mandateId?: string;
}

export type DialogCommand = Exclude<OrganisationCommandName, 'FillPosition'>;

const FROM: Field = { name: 'from', input: 'day', label: 'from' };
const ON: Field = { name: 'on', input: 'day', label: 'on' };
const REASON: Field = { name: 'reason', input: 'prose', label: 'reason', optional: true };

export const FIELDS: Readonly<Record<DialogCommand, readonly Field[]>> = {
  RenameOrganisation: [{ name: 'name', input: 'local', label: 'name' }, FROM],
  SetRegistrationCode: [{ name: 'code', input: 'line', label: 'code' }],
  NameHostUnit: [{ name: 'hostId', input: 'organisation', label: 'host', optional: true }, FROM],
  SetOrganisationCalendars: [
    { name: 'country', input: 'country-calendar', label: 'country', optional: true },
    { name: 'closures', input: 'closures', label: 'closures', optional: true },
  ],
  MergeOrganisation: [{ name: 'into', input: 'organisation', label: 'into' }, ON],
  DissolveOrganisation: [ON, REASON],
  VacatePosition: [ON, REASON],
  EndPosition: [ON],
  GrantMandate: [
    { name: 'fromPositionId', input: 'position', label: 'position' },
    { name: 'toPersonId', input: 'person', label: 'to' },
    FROM,
    { name: 'until', input: 'day', label: 'until', optional: true },
  ],
  RevokeMandate: [ON, REASON],
};

export type Values = Readonly<
  Record<string, string | { readonly zh?: string; readonly en?: string } | undefined>
>;

/** The fields as the API takes them: what was left empty is absent. */
export function bodyOf<Name extends DialogCommand>(
  command: Name,
  values: Values,
  { positionId, mandateId }: Preset,
): OrganisationBodies[Name] {
  const filled = FIELDS[command].flatMap(({ name }) => {
    const value = trimmed(values[name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  const ids =
    command === 'GrantMandate'
      ? { scope: {} }
      : { ...(positionId !== undefined && { positionId }), ...(mandateId !== undefined && { mandateId }) };
  // The table of fields pairs each command with what its body needs.
  return { ...Object.fromEntries(filled), ...ids } as OrganisationBodies[Name];
}

function trimmed(value: Values[string]): Values[string] {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (value === undefined) return undefined;
  const [zh, en] = [value.zh?.trim() ?? '', value.en?.trim() ?? ''];
  return { ...(zh !== '' && { zh }), ...(en !== '' && { en }) };
}
