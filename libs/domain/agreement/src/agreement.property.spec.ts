import { isRefused } from '@entente/event-sourcing';
import fc from 'fast-check';

import { Letter, letterIn } from '../../../../test/support/agreement-builders.js';
import { anyMove } from '../../../../test/support/agreement-moves.js';
import {
  anyCourse,
  COMMANDS_A_COURSE,
  expectSound,
  play,
} from '../../../../test/support/letter-soundness.js';

/** RANDOM_COMMANDS=100000 for a long run. */
const randomCommands = Number(process.env['RANDOM_COMMANDS'] ?? 2_700);

describe('whatever people do to a letter', () => {
  it(
    'nothing throws, and every state is sound and explained by the definition',
    () => {
      const reached = new Set<string>();
      let retractions = 0;
      let commands = 0;
      fc.assert(
        fc.property(anyCourse, ({ start, moves }) => {
          const end = moves.reduce(play, start);
          expectSound(end);
          reached.add(end.state.stage);
          retractions += end.state.retracted.length;
          commands += moves.length;
        }),
        { numRuns: Math.ceil(randomCommands / COMMANDS_A_COURSE) },
      );
      // A run that never got anywhere would prove nothing.
      expect(reached.size).toBeGreaterThanOrEqual(6);
      expect(retractions).toBeGreaterThan(20);
      expect(commands).toBeGreaterThan(0.8 * randomCommands);
    },
    30_000 + randomCommands * 20,
  );

  it('before it is proposed, nothing but a proposal is taken', () => {
    fc.assert(
      fc.property(anyMove, (move) => {
        const { decision } = new Letter().when(move.command(letterIn('drafting')));
        if (!isRefused(decision)) expect(decision[0]?.type).toBe('AgreementProposed');
      }),
    );
  });
});
