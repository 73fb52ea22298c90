import { hintIn, jobIdOf } from './reminder-hint.js';

const hint = {
  agreementId: '11111111-1111-4111-8111-111111111111',
  deadlineId: 'milestone-a_b_7',
  step: 'remind-5',
  version: 12,
};

test('a job tells by its id which reminder it is of', () => {
  expect(hintIn(jobIdOf({ space: 'main', ...hint }))).toEqual(hint);
});

test.each(['', 'copy_12', 'a_b_c_d', 'a_b_c_', '_b_c_1', 'a__c_1', 'a_b_c_99999999999', 'a_b_c_1'])(
  'an id that is none of ours tells nothing: %s',
  (id) => {
    expect(hintIn(id)).toBeUndefined();
  },
);
