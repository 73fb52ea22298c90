/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/u;

/** A table as spreadsheets read it, Chinese included: with the mark that says it is UTF-8. */
export function csvOf(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
