import { isRefused, type EventEnvelope } from '@entente/event-sourcing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';

import { letterIn, readyForReview, readyToSign, type Letter } from '../support/agreement-builders.js';
import { anyMove, type Move } from '../support/agreement-moves.js';
import { openViews, type OpenViews } from './open-views.js';
import { WorldFacts } from './world.js';

const { store } = new WorldFacts();
let views: OpenViews;

beforeAll(async () => {
  views = await openViews(store);
}, 60_000);
afterAll(() => views.close());

const anyLetter = fc.constantFrom(letterIn('drafting'), readyToSign(), letterIn('signing'), readyForReview());
const anyPlayed = fc
  .tuple(anyLetter, fc.array(anyMove, { minLength: 5, maxLength: 30 }))
  .map(([letter, moves]) => moves.reduce(play, letter));

function play(letter: Letter, move: Move): Letter {
  const at = move.at(letter);
  const { decision } = letter.when(move.command(letter), at);
  return isRefused(decision) ? letter : letter.with(decision, at);
}

/** What commands appended, one after the other. */
function appendsOf(letter: Letter): EventEnvelope[][] {
  const envelopes = letter.envelopes(randomUUID(), 'main');
  // Facts are more narrowly typed than what the log takes.
  return [...Map.groupBy(envelopes as EventEnvelope[], ({ commandId }) => commandId).values()];
}

it('rows that followed random letters, with entries taken back, are those a rebuild makes', async () => {
  const several = fc.array(anyPlayed, { minLength: 2, maxLength: 5 });
  const some = fc.tuple(several, fc.array(fc.nat(), { minLength: 200, maxLength: 200 }));
  await fc.assert(
    fc.asyncProperty(some, async ([played, dice]) => {
      const waiting = played.map(appendsOf);
      for (let turn = 0; waiting.some(({ length }) => length > 0); turn += 1) {
        const die = dice[turn % dice.length] ?? 0;
        const events = waiting[die % waiting.length]?.shift();
        if (events?.[0]) await store.append(events[0].stream, events[0].revision - 1, events);
        if (die % 7 === 0) await views.catchUp();
      }
      for (const name of views.runtime.names) {
        expect(await views.runtime.rebuild(name)).toMatchObject({ verdict: 'equal', parked: 0 });
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);
