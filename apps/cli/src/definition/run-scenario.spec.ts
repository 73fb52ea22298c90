import { definitionOf } from '@entente/agreement';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { runScenario } from './run-scenario.js';
import { readScenarios, type ScenarioFile } from './scenario-file.js';

const folder = path.resolve(import.meta.dirname, '../../../../test/scenarios');
const files = readdirSync(folder).map((file) => {
  const read = readScenarios(JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
  if (!('scenarios' in read)) throw new Error(`${file}: ${read.join('; ')}`);
  return read;
});
const letterOfIntent = definitionOf('letter-of-intent@1')!;
const play = (...steps: ScenarioFile['scenarios'][number]['steps']) =>
  runScenario(letterOfIntent, { name: 'one', steps });

describe('a scenario', () => {
  it.each(
    files.flatMap(({ definition, scenarios }) =>
      scenarios.map((one) => [definition, one.name, one] as const),
    ),
  )('under %s comes out as it says: %s', (definition, _, scenario) => {
    expect(runScenario(definitionOf(definition)!, scenario)).toBeUndefined();
  });

  it('there is for every shipped definition', () => {
    expect(new Set(files.map(({ definition }) => definition))).toEqual(
      new Set(['letter-of-intent@1', 'memorandum@1', 'framework@1']),
    );
  });

  it.each([
    [
      'a refusal',
      [{ do: 'SubmitForSigning' }],
      'it was to be accepted, and was refused with conditions-not-met',
    ],
    [
      'another refusal',
      [{ do: 'SubmitForSigning', expect: { refused: 'wrong-stage' } }],
      'it was to be refused with wrong-stage, and was refused with conditions-not-met',
    ],
    [
      'none',
      [{ do: 'NameSignatory', for: 'think-tank-base', expect: { refused: 'unknown-party' } }],
      'it was to be refused with unknown-party, and was not',
    ],
    [
      'another stage',
      [{ do: 'WithdrawAgreement', expect: { stage: 'declined' } }],
      'it was to come to declined, and stands at withdrawn',
    ],
    [
      'a party that is not there',
      [{ do: 'NameSignatory', for: 'city' }],
      'no party is called city; there are think-tank-base, district-association',
    ],
    [
      'somebody who is not there',
      [{ do: 'SubmitForSigning', by: 'mayor' }],
      'nobody is called mayor; there are coordinator, auditor, think-tank-base, district-association',
    ],
    [
      'somebody who may not',
      [{ do: 'SubmitForSigning', by: 'auditor' }],
      'it was to be accepted, and was refused with not-allowed',
    ],
    ['a command that does not exist', [{ do: 'Dance' }], 'there is no command Dance'],
  ])('stops at the step that gives %s, and says so', (_, steps, said) => {
    expect(play({ do: 'ProposeAgreement' }, ...steps)).toEqual({ step: 1, said });
  });
});

describe('a file of scenarios', () => {
  it('is told what is wrong with it, by its place', () => {
    expect(readScenarios({ definition: 'a@1', scenarios: [{ name: 'one', steps: [{ by: 'me' }] }] })).toEqual(
      ["/scenarios/0/steps/0  must have required property 'do'"],
    );
  });
});
