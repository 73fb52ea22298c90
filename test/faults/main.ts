import { parseArgs } from 'node:util';

import { isRequired } from '../support/needs.js';
import { CannotRun, type Fault } from './fault.js';
import { fault as killPostgres } from './r01-kill-postgres.js';
import { fault as killProgram } from './r02-kill-program.js';
import { faults as serversAway } from './r03-servers-away.js';
import { fault as completeness } from './r04-completeness.js';
import { fault as races } from './r05-races.js';
import { fault as repeats } from './r06-repeats.js';
import { faults as emptiedQueues } from './r07-emptied-queues.js';
import { faults as deaths } from './r08-deaths-and-duplicates.js';
import { faults as wrongClocks } from './r09-wrong-clocks.js';
import { fault as zones } from './r10-zones.js';
import { fault as throwingProjections } from './r12-poison-and-throwing-projections.js';
import { faults as startingTogether } from './r13-starting-together.js';
import { fault as diskFull } from './r14-disk-full.js';
import { fault as kurrentRestarts } from './r15-kurrentdb-restarts.js';
import { fault as year } from './year.js';

const faults: readonly Fault[] = [
  killPostgres,
  killProgram,
  ...serversAway,
  completeness,
  races,
  repeats,
  ...emptiedQueues,
  ...deaths,
  ...wrongClocks,
  zones,
  throwingProjections,
  ...startingTogether,
  diskFull,
  kurrentRestarts,
  year,
];

type Fate = 'held' | 'failed' | 'not run';

const { values, positionals } = parseArgs({
  options: { short: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((id) => !faults.some((fault) => fault.id === id));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}; there are ${faults.map(({ id }) => id).join(', ')}.`);
  process.exit(2);
}

const chosen = positionals.length === 0 ? faults : faults.filter(({ id }) => positionals.includes(id));
const fates: Fate[] = [];
for (const fault of chosen) fates.push(await provoke(fault));

const count = (fate: Fate): number => fates.filter((one) => one === fate).length;
console.log(`\n${count('held')} held, ${count('failed')} failed, ${count('not run')} not run`);
// What a fault left behind, e.g. a connection that never ends, must not keep the run from ending.
process.exit(count('failed') > 0 ? 1 : 0);

async function provoke(fault: Fault): Promise<Fate> {
  const missing = (fault.needs ?? []).find((need) => need.find() === undefined);
  if (missing) return notRun(fault, `needs ${missing.name} (${missing.enable})`, isRequired(missing));
  console.log(`\n${fault.id} ${fault.title}`);
  const start = performance.now();
  const say = (line: string): void => {
    console.log(`   … ${line}`);
  };
  try {
    const counts = await fault.run({ short: values.short, say });
    for (const [name, value] of Object.entries(counts)) console.log(`   ${name}: ${value}`);
    console.log(`   held, in ${((performance.now() - start) / 1000).toFixed(1)} s`);
    return 'held';
  } catch (error) {
    if (error instanceof CannotRun) return notRun(fault, error.message, false);
    console.error(`   FAILED after ${((performance.now() - start) / 1000).toFixed(1)} s:`, error);
    return 'failed';
  }
}

function notRun(fault: Fault, why: string, isFailure: boolean): Fate {
  console.log(`\n${fault.id} ${fault.title}\n   NOT RUN: ${why}`);
  return isFailure ? 'failed' : 'not run';
}
