import type { DirectoryRefusalCode, LocalText, PositionRole } from '@entente/directory';

export interface ImportedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export const COLUMNS = [
  'name_zh',
  'name_en',
  'registration_code',
  'position_zh',
  'position_en',
  'roles',
  'person_zh',
  'person_en',
  'email',
  'language',
  'from',
] as const;
export type Column = (typeof COLUMNS)[number];

export interface ImportFault {
  readonly line: number;
  /** Null: the row as a whole. */
  readonly column: string | null;
  readonly code: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** One row of the table: an organisation and, where the row names one, a position with whoever fills it. */
export interface DirectoryRow {
  readonly line: number;
  readonly name: LocalText;
  readonly code?: string;
  readonly position?: {
    readonly title: LocalText;
    readonly roles: readonly PositionRole[];
    readonly person: LocalText;
    readonly email?: string;
    readonly language: 'zh' | 'en';
    readonly from: string;
  };
}

export const MAX_ROWS = 5_000;

/** The table by its columns' names; what is wrong with its shape comes with the line and the column. */
export function directoryRows(table: readonly ImportedRow[]): {
  readonly rows: readonly DirectoryRow[];
  readonly faults: readonly ImportFault[];
} {
  const [header, ...body] = table;
  if (!header || body.length === 0) return { rows: [], faults: [fault(1, null, 'no-rows')] };
  if (body.length > MAX_ROWS) {
    return { rows: [], faults: [fault(header.line, null, 'too-many-rows', { limit: MAX_ROWS })] };
  }
  const names = header.cells.map((cell) => cell.toLowerCase());
  const faults = names.flatMap((name, index) => {
    if (!COLUMNS.some((column) => column === name)) {
      return [fault(header.line, header.cells[index] ?? null, 'unknown-column', { columns: COLUMNS })];
    }
    return names.indexOf(name) < index ? [fault(header.line, name, 'column-twice')] : [];
  });
  if (faults.length > 0) return { rows: [], faults };
  const uneven = body.filter(({ cells }) => cells.length !== names.length);
  return {
    rows: body.map(({ line, cells }) => rowOf(line, (column) => cells[names.indexOf(column)] ?? '')),
    faults: uneven.map(({ line, cells }) =>
      fault(line, null, 'cells-missing', { expected: names.length, cells: cells.length }),
    ),
  };
}

function rowOf(line: number, cell: (column: Column) => string): DirectoryRow {
  const name = textOf(cell('name_zh'), cell('name_en'));
  const code = cell('registration_code');
  const title = textOf(cell('position_zh'), cell('position_en'));
  const email = cell('email');
  const position = {
    title,
    // A word that is none is for the rule itself to refuse.
    roles: cell('roles')
      .split(/[\s;|、]+/u)
      .filter((role) => role !== '') as readonly PositionRole[],
    person: textOf(cell('person_zh'), cell('person_en')),
    ...(email === '' ? {} : { email }),
    language: (cell('language') || 'zh') as 'zh' | 'en',
    from: cell('from'),
  };
  const hasPosition = [title, position.person].some((text) => Object.keys(text).length > 0);
  return { line, name, ...(code === '' ? {} : { code }), ...(hasPosition ? { position } : {}) };
}

function textOf(zh: string, en: string): LocalText {
  return { ...(zh === '' ? {} : { zh }), ...(en === '' ? {} : { en }) };
}

function fault(
  line: number,
  column: string | null,
  code: DirectoryRefusalCode,
  facts?: Readonly<Record<string, unknown>>,
): ImportFault {
  return { line, column, code, ...(facts ? { facts } : {}) };
}
