import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const file = path.join(import.meta.dirname, 'RESULTS.md');
const HEADING = /^(?=## )/mu;

/** Puts a table into the file of figures in the place of the one of the same heading; the others stay. */
export function keepTable(machine: string, table: string): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8').split(HEADING).slice(1) : [];
  const headingOf = (section: string): string =>
    /^## ([^(\n]*)/u.exec(section.trimStart())?.[1]?.trim() ?? '';
  const kept = before.map((section) => section.trim());
  const section = table.trim();
  const place = kept.findIndex((one) => headingOf(one) === headingOf(section));
  if (place < 0) kept.push(section);
  else kept[place] = section;
  writeFileSync(file, `# Figures\n\n${machine}\n\n${kept.join('\n\n')}\n`);
}
