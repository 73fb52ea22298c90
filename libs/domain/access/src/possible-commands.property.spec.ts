import { isRefused } from '@entente/event-sourcing';
import fc from 'fast-check';

import {
  letterIn,
  readyForReview,
  readyToSign,
  sampleContext,
} from '../../../../test/support/agreement-builders.js';
import { anyMove } from '../../../../test/support/agreement-moves.js';
import { viewers } from '../../../../test/support/viewers.js';
import { mayCommand } from './may-command.js';
import { possibleCommands } from './possible-commands.js';
import { filledIn } from '../../../../test/support/filled-in.js';

const { definition } = sampleContext();

/** RANDOM_LETTERS=20000 for a long run. */
const randomLetters = Number(process.env['RANDOM_LETTERS'] ?? 150);

describe('a command that is offered', () => {
  it('is never refused for its stage, its sender or what it refers to, and not at all when nothing blocks it', () => {
    const start = fc.constantFrom(
      letterIn('drafting'),
      readyToSign(),
      letterIn('signing'),
      readyForReview(),
      letterIn('review'),
    );
    fc.assert(
      fc.property(
        start,
        fc.array(anyMove, { maxLength: 12 }),
        fc.constantFrom(...Object.values(viewers)),
        (first, moves, viewer) => {
          const letter = moves.reduce((before, move) => {
            const at = move.at(before);
            const { decision } = before.when(move.command(before), at);
            return isRefused(decision) || decision.length === 0 ? before : before.with(decision, at);
          }, first);
          for (const offer of possibleCommands(viewer, letter.state, definition, letter.now)) {
            const command = filledIn(offer, letter);
            expect(mayCommand(viewer, command, letter.state)).toMatchObject({ allowed: true });
            const { summary } = letter.when(command, { actor: viewer.personId });
            if (offer.blockedBy)
              expect([command.type, summary]).toEqual([command.type, 'conditions-not-met']);
            else expect([command.type, summary]).not.toEqual([command.type, expectRefusedForItself()]);
          }
        },
      ),
      { numRuns: randomLetters },
    );
  });
});

/** Any refusal that would mean the button should not have been there. */
function expectRefusedForItself(): unknown {
  return expect.stringMatching(
    /^(?:wrong-stage|unknown-agreement|unknown-party|unknown-milestone|unknown-entry|conditions-not-met|already-.*|party-declined|no-signatory|not-their-turn|invalid-order|milestone-not-completed|milestone-cancelled|verdict-already-given|not-retractable|retraction-needs-override|correction-needs-override|not-correctable|wrong-value|unknown-deadline|unknown-override|second-person-needed|override-decided|later-entries-depend|text-changed|not-signed|unknown-file)$/,
  );
}
