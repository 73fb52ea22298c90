import { mayCommand } from '@entente/access';
import { refusalSentences } from '@entente/narrative';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { everyCommand } from '../support/every-command.js';
import { answersTo, page } from './answers.js';
import { viewers } from './people.js';
import { everyDefinition, stagesOf } from './stages.js';

const file = path.resolve(import.meta.dirname, '../../libs/domain/agreement/ANSWERS.md');

test('the table of what each stage answers is what the rules say: npm run access-table', () => {
  expect(readFileSync(file, 'utf8')).toBe(page());
});

describe.each(
  everyDefinition.map((definition) => [`${definition.name}@${definition.version}`, definition] as const),
)('under %s', (_, definition) => {
  const stages = stagesOf(definition);
  const sent = [...stages].flatMap(([stage, letter]) =>
    Object.values(everyCommand(letter)).map((command) => ({ stage, letter, command })),
  );

  test('a letter comes to every stage', () => {
    for (const { name } of definition.stages) expect([...stages.keys()]).toContain(name);
  });

  test('every command is done, changes nothing or is refused with a code people are told in words', () => {
    for (const { stage, letter, command } of sent) {
      const { first, again = 'nothing' } = answersTo(letter, command);
      for (const answer of [first, again].filter((one) => one !== 'done' && one !== 'nothing')) {
        expect([stage, command.type, Object.keys(refusalSentences)]).toEqual([
          stage,
          command.type,
          expect.arrayContaining([answer]),
        ]);
      }
    }
  });

  test('what is done is not done again when it is sent once more, but for what can be said twice', () => {
    const twice = sent.filter(({ letter, command }) => answersTo(letter, command).again === 'done');
    expect(
      [...new Set(twice.map(({ command }) => command.type))].filter((type) => !SAID_TWICE.includes(type)),
    ).toEqual([]);
  });

  test('whoever may not is refused before the stage is asked', () => {
    for (const { letter, command } of sent) {
      for (const [title, viewer] of viewers) {
        const permission = mayCommand(viewer, command, letter.state);
        if ('refused' in permission) {
          const isStranger = title === 'elsewhere' || title === 'no position';
          const proposes = command.type === 'ProposeAgreement';
          expect(permission.refused.code).toBe(isStranger && !proposes ? 'unknown-agreement' : 'not-allowed');
        }
      }
    }
  });
});

/** Two comments may say the same, and two milestones be called alike. */
const SAID_TWICE: readonly string[] = ['AddComment', 'PlanMilestone'];
