/** Rows as aligned columns for a terminal; the first row is the heading. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => columnsOf(row[column] ?? ''))),
  );
  return rows
    .map((row) =>
      row.map((cell, column) => pad(cell, widths[column] ?? 0, column === row.length - 1)).join('  '),
    )
    .join('\n');
}

function pad(cell: string, width: number, last: boolean): string {
  return last ? cell : cell + ' '.repeat(width - columnsOf(cell));
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/gu;

/** Columns a terminal gives a text: two for a wide East Asian character (Unicode Standard Annex #11). */
function columnsOf(text: string): number {
  return Array.from(text).length + (text.match(WIDE)?.length ?? 0);
}
