import fc from 'fast-check';

import {
  BASE,
  BASE_HEAD,
  DISTRICT,
  DISTRICT_CHAIR,
  letterIn,
  readyForReview,
  readyToSign,
  type Letter,
} from '../../../../test/support/agreement-builders.js';
import { anyCourse, play } from '../../../../test/support/letter-soundness.js';
import { dutiesOf, type Duty } from './duties.js';

const duties = ({ state }: Letter): readonly Duty[] => dutiesOf(state);
/** What is owed in turn: not the signed copy and a second person's word, which are awaited beside it. */
const turns = (letter: Letter): readonly Duty[] =>
  duties(letter).filter(({ command }) => !['FileSignedCopy', 'ConfirmOverride'].includes(command));

describe('what is owed', () => {
  it('in drafting is a signatory and an approval of every party', () => {
    expect(duties(letterIn('drafting')).map(({ who, command }) => [who, command])).toEqual(
      expect.arrayContaining([
        [BASE, 'ApproveText'],
        [DISTRICT, 'ApproveText'],
      ]),
    );
  });

  it('once both have approved, is the submission, by the coordinators', () => {
    expect(duties(readyToSign())).toEqual([{ who: 'coordinator', command: 'SubmitForSigning' }]);
  });

  it('in signing is the signature of each named position', () => {
    expect(duties(letterIn('signing'))).toEqual([
      { who: BASE, command: 'RecordSignature', positionId: BASE_HEAD },
      { who: DISTRICT, command: 'RecordSignature', positionId: DISTRICT_CHAIR },
    ]);
  });

  it('from the last signature on is also the signed copy, by the coordinators', () => {
    expect(duties(letterIn('joint-research'))).toContainEqual({
      who: 'coordinator',
      command: 'FileSignedCopy',
    });
  });

  it('in joint research without a milestone is a plan, and after the last one a review', () => {
    expect(turns(letterIn('joint-research'))).toEqual([{ who: 'coordinator', command: 'PlanMilestone' }]);
    expect(turns(readyForReview())).toEqual([{ who: 'coordinator', command: 'SubmitForReview' }]);
  });

  it('is nothing at the end', () => {
    expect(turns(letterIn('concluded'))).toEqual([]);
  });

  it('is owed by those whose turn it is, whatever happened', () => {
    fc.assert(
      fc.property(anyCourse, ({ start, moves }) => {
        const end = moves.reduce(play, start);
        const who = [...new Set(turns(end).map((duty) => duty.who))];
        expect(who.toSorted()).toEqual(end.state.turn.who.toSorted());
      }),
      { numRuns: 60 },
    );
  });
});
