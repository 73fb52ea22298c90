import { importDirectory, type ImportFault, type ImportedRow } from '@entente/application';
import { refusalSentence } from '@entente/narrative';
import { CsvMalformed, readCsv } from '@entente/platform';
import { readFile } from 'node:fs/promises';

import { CommandFailed } from '../command-failed.js';
import { terminal, terminalLanguage } from '../output.js';
import type { Tools } from '../with-entente.js';

export interface ImportOptions {
  readonly space: string;
  readonly dryRun?: boolean;
}

export async function importOrganisations(
  { entente, commands }: Tools,
  file: string,
  { space, dryRun = false }: ImportOptions,
): Promise<void> {
  const table = rowsOf(await readFile(file, 'utf8'));
  const sender = { space, system: 'system:setup' } as const;
  const report = await importDirectory(
    entente.facts,
    (message) => commands.execute(message),
    sender,
    table,
    dryRun,
  );
  if (!report) throw new CommandFailed('This is not allowed.');
  for (const fault of report.faults) terminal.print(faultLine(fault));
  if (report.faults.length > 0) {
    throw new CommandFailed(
      `${String(report.faults.length)} faults; nothing of what follows them was recorded.`,
    );
  }
  const { organisations, people, positions } = report.changes;
  const did = report.recorded ? 'Recorded' : 'Would record';
  terminal.print(
    `${did} from ${String(report.rows)} rows: ${String(organisations)} organisations, ${String(people)} people, ${String(positions)} positions.`,
  );
}

function faultLine({ line, column, code, facts }: ImportFault): string {
  const place = column === null ? `line ${String(line)}` : `line ${String(line)}, ${column}`;
  return `${place}: ${refusalSentence(code, facts, terminalLanguage(process.env))} (${code})`;
}

function rowsOf(text: string): readonly ImportedRow[] {
  try {
    return readCsv(text);
  } catch (error) {
    if (error instanceof CsvMalformed) throw new CommandFailed(`Line ${String(error.line)} is no CSV.`);
    throw error;
  }
}
