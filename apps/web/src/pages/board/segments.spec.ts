import { describe, expect, test } from '@jest/globals';

import type { StageOf } from '../../parts/use-stage-names.js';
import { isChosen, segmentsOf, toggled } from './segments.js';

const LETTER = 'letter-of-intent@1';
const SURVEY = 'survey@1';
const counts = [
  { stage: 'review', definition: LETTER, count: 2 },
  { stage: 'review', definition: 'memorandum@1', count: 1 },
  { stage: 'review', definition: SURVEY, count: 4 },
  { stage: 'fieldwork', definition: SURVEY, count: 3 },
];
const nameOf = ({ stage, definition }: StageOf): string =>
  stage === 'review' && definition === SURVEY ? 'Second look' : stage;
const segments = segmentsOf(counts, nameOf);
const [review, look] = segments.filter(({ stage }) => stage === 'review');

describe('the segments above the board', () => {
  test('stand apart where definitions call one stage differently', () => {
    expect(segments.map(({ name, count }) => `${name} ${String(count)}`)).toEqual([
      ...['drafting 0', 'signing 0', 'joint-research 0', 'review 3', 'Second look 4', 'concluded 0'],
      'fieldwork 3',
    ]);
    expect(review?.asks).toEqual([`${LETTER}/review`, 'memorandum@1/review']);
    expect(look?.asks).toEqual([`${SURVEY}/review`]);
  });

  test('are one, and ask for the stage alone, where all call it the same', () => {
    const same = segmentsOf(counts, ({ stage }) => stage).filter(({ stage }) => stage === 'review');
    expect(same).toEqual([{ stage: 'review', name: 'review', count: 7, asks: ['review'] }]);
  });

  test('are chosen and let go, each with all it stands for', () => {
    const chosen = toggled(review!, segments, ['signing']);
    expect(chosen).toEqual(['signing', `${LETTER}/review`, 'memorandum@1/review']);
    expect([isChosen(review!, chosen), isChosen(look!, chosen)]).toEqual([true, false]);
    expect(toggled(review!, segments, chosen)).toEqual(['signing']);
  });

  test('of a stage that was asked for under all its names are all chosen, and let go one by one', () => {
    expect([isChosen(review!, ['review']), isChosen(look!, ['review'])]).toEqual([true, true]);
    expect(toggled(look!, segments, ['review'])).toEqual(review!.asks);
  });
});
