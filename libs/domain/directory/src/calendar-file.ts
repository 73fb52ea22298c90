import type { CalendarDay } from '@entente/calendar';

import type { FoundDays } from './calendar-draft.js';
import type { DirectoryRefusalCode } from './refusals.js';

export interface FileRow {
  /** Of the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface FileFault {
  readonly line: number;
  /** Null: the row as a whole. */
  readonly column: string | null;
  readonly code: DirectoryRefusalCode;
  readonly facts?: Readonly<Record<string, unknown>>;
}

const COLUMNS = ['date', 'kind', 'name_zh', 'name_en'] as const;
type Column = (typeof COLUMNS)[number];
const KINDS: readonly string[] = ['holiday', 'make-up-working-day'] satisfies CalendarDay['kind'][];
const DATE = /^(\d{4})-\d{2}-\d{2}$/u;

/** The whole years in which the table has days; a country's, or with `closures` an organisation's own. */
export function daysInTable(
  table: readonly FileRow[],
  about: { readonly source: string; readonly closures?: boolean },
): FoundDays | readonly FileFault[] {
  const [header, ...body] = table;
  if (!header || body.length === 0) return [{ line: 1, column: null, code: 'no-rows' }];
  const names = header.cells.map((cell) => cell.toLowerCase());
  const shape = headerFaults(header, names);
  if (shape.length > 0) return shape;
  const faults = body.flatMap((row) => rowFaults(row, names));
  if (faults.length > 0) return faults;
  const days = body.map(({ cells }) => dayOf((column) => cells[names.indexOf(column)] ?? ''));
  const years = days.flatMap(({ date }) => DATE.exec(date)?.[1] ?? []).sort();
  const [first = '', last = first] = [years[0], years.at(-1)];
  const calendar = { publishedFrom: `${first}-01-01`, publishedTo: `${last}-12-31`, days };
  return {
    source: about.source,
    years: { first: Number(first), last: Number(last) },
    calendar: about.closures ? { ...calendar, kind: 'closures' } : calendar,
    lines: body.map(({ line }) => line),
  };
}

function headerFaults({ line, cells }: FileRow, names: readonly string[]): FileFault[] {
  const known = names.flatMap((name, index): FileFault[] => {
    if (!COLUMNS.some((column) => column === name))
      return [{ line, column: cells[index] ?? null, code: 'unknown-column', facts: { columns: COLUMNS } }];
    return names.indexOf(name) < index ? [{ line, column: name, code: 'column-twice' }] : [];
  });
  const needed = ['date', ...(names.includes('name_en') ? [] : ['name_zh'])];
  const missing = needed.filter((name) => !names.includes(name));
  return [
    ...known,
    ...missing.map((column): FileFault => ({ line, column, code: 'text-missing', facts: { column } })),
  ];
}

function rowFaults({ line, cells }: FileRow, names: readonly string[]): FileFault[] {
  if (cells.length !== names.length)
    return [
      { line, column: null, code: 'cells-missing', facts: { expected: names.length, cells: cells.length } },
    ];
  const cell = (column: Column): string => cells[names.indexOf(column)] ?? '';
  const kind = cell('kind');
  return [
    ...(isDay(cell('date')) ? [] : [{ line, column: 'date', code: 'invalid-date' } as const]),
    ...(kind === '' || KINDS.includes(kind)
      ? []
      : [{ line, column: 'kind', code: 'unknown-day-kind', facts: { kinds: KINDS } } as const]),
    ...(cell('name_zh') === '' && cell('name_en') === ''
      ? [{ line, column: 'name_zh', code: 'text-missing' } as const]
      : []),
  ];
}

/** A name in one language stands for both; what is no make-up day is a day off. */
function dayOf(cell: (column: Column) => string): CalendarDay {
  const [zh, en] = [cell('name_zh'), cell('name_en')];
  const kind = cell('kind') === 'make-up-working-day' ? 'make-up-working-day' : 'holiday';
  return { date: cell('date'), kind, name: { zh: zh || en, en: en || zh } };
}

function isDay(text: string): boolean {
  try {
    return DATE.test(text) && Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
