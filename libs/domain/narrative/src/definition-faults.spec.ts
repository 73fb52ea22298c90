import { checkDefinition, definitions } from '@entente/agreement';

import { definitionFaultSentence } from './definition-faults.js';

it('a fault of a definition is told in both languages, with what would be right', () => {
  const { faults } = checkDefinition({ ...definitions()[0], initial: 'start' });
  expect(faults.map((fault) => definitionFaultSentence(fault, 'en'))).toEqual([
    'There is no such stage; there are drafting, signing, joint-research, review, concluded, terminated, withdrawn, declined.',
  ]);
  expect(faults.map((fault) => definitionFaultSentence(fault, 'zh'))).toEqual([
    '没有这个阶段，可选：drafting、signing、joint-research、review、concluded、terminated、withdrawn、declined。',
  ]);
});

it('a fault of form names what is expected', () => {
  const { faults } = checkDefinition({ ...definitions()[0], colour: 'red' });
  expect(faults.map((fault) => definitionFaultSentence(fault, 'en'))).toEqual([
    'What stands here has another form: it must NOT have additional properties: colour.',
  ]);
});
