import { checkDefinition, definitionOf, type WorkflowDefinition } from '@entente/agreement';
import path from 'node:path';

import { CommandFailed } from '../command-failed.js';
import { runScenario } from '../definition/run-scenario.js';
import { readScenarios } from '../definition/scenario-file.js';
import { terminal } from '../output.js';
import { jsonIn } from './definition.js';

/** Plays every scenario of the file; what comes out otherwise is told with the place of its step. */
export async function testDefinition(file: string): Promise<void> {
  const read = readScenarios(await jsonIn(file));
  if (!('scenarios' in read)) {
    for (const fault of read) terminal.print(fault);
    throw new CommandFailed(`${file} holds no scenarios.`);
  }
  const definition = await definitionNamed(read.definition, file);
  let failed = 0;
  for (const [index, scenario] of read.scenarios.entries()) {
    const miss = runScenario(definition, scenario);
    terminal.print(`${miss ? 'FAILED' : 'passed'}  ${scenario.name}`);
    if (!miss) continue;
    failed += 1;
    const command = scenario.steps[miss.step]?.do ?? '';
    terminal.print(`  /scenarios/${String(index)}/steps/${String(miss.step)} (${command}): ${miss.said}`);
  }
  if (failed > 0) throw new CommandFailed(`${String(failed)} of ${String(read.scenarios.length)} failed.`);
}

async function definitionNamed(name: string, file: string): Promise<WorkflowDefinition> {
  const shipped = definitionOf(name);
  if (shipped) return shipped;
  if (!name.endsWith('.json'))
    throw new CommandFailed(`No definition ${name} is shipped; name a .json file.`);
  const beside = path.resolve(path.dirname(file), name);
  const { definition } = checkDefinition(await jsonIn(beside));
  if (!definition) throw new CommandFailed(`${beside} has faults; entente definition check names them.`);
  return definition;
}
