import type { AggregatedResult, Reporter, TestResult } from '@jest/reporters';
import path from 'node:path';

/** Marks, in the title of a skipped block, the reason that is printed at the end. */
export const NOT_RUN = 'not run: ';

type SingleTest = TestResult['testResults'][number];

function reasonOf(test: SingleTest): string {
  const title = [...test.ancestorTitles, test.title].find((part) => part.includes(NOT_RUN));
  if (title !== undefined) return title.slice(title.indexOf(NOT_RUN) + NOT_RUN.length).replace(/\)$/, '');
  return test.status === 'todo' ? 'still to be written' : 'skipped by hand or not selected';
}

/** The summary names what this machine could not test, so that a green run is never mistaken for a full one. */
export default class NotRunReporter implements Pick<Reporter, 'onRunComplete'> {
  onRunComplete(_contexts: unknown, results: AggregatedResult): void {
    const reasons = new Map<string, { tests: number; files: Set<string> }>();
    for (const { testFilePath, testResults } of results.testResults) {
      for (const test of testResults) {
        if (test.status !== 'pending' && test.status !== 'todo' && test.status !== 'disabled') continue;
        const reason = reasonOf(test);
        const group = reasons.get(reason) ?? { tests: 0, files: new Set() };
        group.tests += 1;
        group.files.add(path.relative(process.cwd(), testFilePath));
        reasons.set(reason, group);
      }
    }
    const lines = [...reasons].map(
      ([reason, { tests, files }]) =>
        `${NOT_RUN}${reason}: ${tests} ${tests === 1 ? 'test' : 'tests'} in ${[...files].toSorted().join(', ')}`,
    );
    // A file that did not load has no failed test of its own, yet nothing in it was tested.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    lines.push(`${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
    // jest adds its own summary after every other reporter; these lines are to be the very last.
    process.once('exit', () => process.stdout.write(`${lines.join('\n')}\n`));
  }
}
