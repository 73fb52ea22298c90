import { CsvError, parse } from 'csv-parse/sync';

export interface CsvRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The text is no CSV. */
export class CsvMalformed extends Error {
  override readonly name = 'CsvMalformed';

  constructor(readonly line: number) {
    super(`line ${String(line)} is no CSV`);
  }
}

/** Rows as spreadsheets save them: with a byte order mark or without, quoted or not, either end of line. */
export function readCsv(text: string): readonly CsvRow[] {
  try {
    const rows = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    let last = 0;
    return rows.map(({ record, info }) => {
      // The parser counts lines at a record's end; one with line breaks in quotes begins after the one before it.
      const breaks = record.join('').split('\n').length - 1;
      const line = Math.max(info.lines - breaks, last + 1);
      last = info.lines;
      return { line, cells: record };
    });
  } catch (error) {
    if (error instanceof CsvError) throw new CsvMalformed(Number(error['lines'] ?? 0));
    throw error;
  }
}
