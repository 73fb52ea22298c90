import {
  checkDefinition,
  definitionOf,
  definitions,
  type DefinitionFault,
  type Language,
} from '@entente/agreement';
import { definitionFaultSentence, drawDefinition } from '@entente/narrative';
import { readFile } from 'node:fs/promises';

import { CommandFailed } from '../command-failed.js';
import { inLanguage, terminal, terminalLanguage } from '../output.js';

/** Every fault of the file with its place; the exit tells programs whether there was one. */
export async function check(file: string, { json }: { readonly json?: boolean }): Promise<void> {
  const { definition, faults } = checkDefinition(await jsonIn(file));
  if (json) terminal.print(JSON.stringify({ faults }, null, 2));
  else {
    const language = terminalLanguage(process.env);
    for (const fault of faults) terminal.print(faultLine(fault, language));
    if (definition) {
      const { name, version, title, stages } = definition;
      terminal.print(
        `${name}@${String(version)}, ${inLanguage(title, language)}, ${String(stages.length)} stages: no fault.`,
      );
    }
  }
  if (faults.length > 0) throw new CommandFailed(`${file} has ${String(faults.length)} faults.`);
}

export function faultLine(fault: DefinitionFault, language: Language): string {
  return `${fault.pointer || '/'}  ${fault.code}: ${definitionFaultSentence(fault, language)}`;
}

/** A shipped definition by its name, or a file. */
export async function draw(nameOrFile: string): Promise<void> {
  const shipped = definitionOf(nameOrFile);
  const checked =
    shipped ??
    checkDefinition(nameOrFile.endsWith('.json') ? await jsonIn(nameOrFile) : unknown(nameOrFile)).definition;
  if (!checked) throw new CommandFailed(`${nameOrFile} has faults; entente definition check names them.`);
  terminal.print(drawDefinition(checked, terminalLanguage(process.env)));
}

function unknown(name: string): never {
  const known = definitions().map((one) => `${one.name}@${String(one.version)}`);
  throw new CommandFailed(
    `There is no definition ${name}; there are ${known.join(', ')}, or name a .json file.`,
  );
}

export async function jsonIn(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new CommandFailed(`${file} cannot be read: ${String(error)}`);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown;
  } catch (error) {
    throw new CommandFailed(`${file} is not JSON: ${String(error)}`);
  }
}
