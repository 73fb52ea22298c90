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
  table: readonly ImportedRow[],
  { space, dryRun = false }: ImportOptions,
): Promise<void> {
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
      `${counted(report.faults.length, 'fault')}; put ${report.faults.length === 1 ? 'it' : 'them'} right and import the file again.`,
    );
  }
  const { organisations, people, positions } = report.changes;
  const did = report.recorded ? 'Recorded' : 'Would record';
  terminal.print(
    `${did} from ${counted(report.rows, 'row')}: ${counted(organisations, 'organisation')}, ${people === 1 ? '1 person' : `${String(people)} people`}, ${counted(positions, 'position')}.`,
  );
}

const counted = (count: number, what: string): string => `${String(count)} ${what}${count === 1 ? '' : 's'}`;

/** Spreadsheets of this country save GB 18030 unless told otherwise: guessed at, names would come in as nonsense. */
async function textOf(file: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new CommandFailed(`${file} cannot be read (${code}).`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CommandFailed(`${file} is not UTF-8: save it as "CSV UTF-8".`);
  }
}

function faultLine({ line, column, code, facts }: ImportFault): string {
  const place = column === null ? `line ${String(line)}` : `line ${String(line)}, ${column}`;
  return `${place}: ${refusalSentence(code, facts, terminalLanguage(process.env))} (${code})`;
}

/** Before anything is opened: whoever named the wrong file need not wait. Throws CommandFailed. */
export async function readTable(file: string): Promise<readonly ImportedRow[]> {
  const text = await textOf(file);
  try {
    return readCsv(text);
  } catch (error) {
    if (error instanceof CsvMalformed) throw new CommandFailed(`Line ${String(error.line)} is no CSV.`);
    throw error;
  }
}
