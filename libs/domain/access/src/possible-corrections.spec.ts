import type { AgreementCommand } from '@entente/agreement';

import {
  BASE_PERSON,
  commands,
  type Letter,
  letterIn,
  sampleContext,
  TODAY,
} from '../../../../test/support/agreement-builders.js';
import { head, viewers } from '../../../../test/support/viewers.js';
import type { PossibleCommand } from './possible-command.js';
import { possibleCommands } from './possible-commands.js';
import type { Viewer } from './viewer.js';

const { definition } = sampleContext();

const ANYTIME: readonly string[] = ['RetractEntry', 'CorrectEntry', 'WaiveDeadline', 'VoidAgreement'];

function retractable(viewer: Viewer, letter: Letter, now?: string): readonly (string | undefined)[] {
  return possibleCommands(viewer, letter.state, definition, now)
    .filter(({ command, override }) => command === 'RetractEntry' && !override)
    .map(({ commandId }) => commandId);
}

describe('what somebody may put right, or let two decide', () => {
  it('one’s own entries can be taken back until their day is over and while nothing rests on them', () => {
    const letter = letterIn('signing').after(commands.signBase);
    expect(retractable(viewers.coordinator, letter)).toEqual([letter.commandId(-1)]);
    expect(possibleCommands(viewers.coordinator, letter.state, definition)).toContainEqual({
      command: 'RetractEntry',
      commandId: letter.commandId(-1),
      until: '2026-03-03T02:00:00.000Z',
    });
    expect(retractable(viewers.baseHead, letter)).toEqual([]);
    expect(retractable(viewers.coordinator, letter, '2026-03-03T02:00:00.001Z')).toEqual([]);
  });

  it('what takes two persons is a coordinator’s to ask for, and another’s to confirm', () => {
    const offers = (viewer: Viewer, letter: Letter, some: readonly string[]): readonly PossibleCommand[] =>
      possibleCommands(viewer, letter.state, definition, '2026-04-01T00:00:00.000Z').filter(({ command }) =>
        some.includes(command),
      );
    const letter = letterIn('signing').after(commands.signBase);
    const commandId = letter.commandId(-1);
    expect(offers(viewers.coordinator, letter, [...ANYTIME])).toEqual([
      { command: 'RetractEntry', commandId, override: true },
      { command: 'CorrectEntry', commandId, fields: ['signedOn', 'place'], override: true },
      { command: 'WaiveDeadline', deadlineId: 'signing-19', override: true },
      { command: 'VoidAgreement', override: true },
    ]);
    expect(offers(viewers.baseHead, letter, [...ANYTIME])).toEqual([]);
    const asked = letter.after(commands.void);
    const decide = ['VoidAgreement', 'ConfirmOverride', 'RejectOverride'];
    const overrideId = asked.commandId(-1);
    expect(offers(viewers.coordinator, asked, decide)).toEqual([{ command: 'RejectOverride', overrideId }]);
    expect(offers(head, asked, decide)).toEqual([
      { command: 'ConfirmOverride', overrideId },
      { command: 'RejectOverride', overrideId },
    ]);
    expect(offers(viewers.baseHead, asked, decide)).toEqual([]);
  });

  it('what was asked for is confirmed only while it can still be done, and can be rejected at any rate', () => {
    const offers = ({ state }: Letter): readonly string[] =>
      possibleCommands(head, state, definition).flatMap(({ command, overrideId }) =>
        overrideId === undefined ? [] : [command],
      );
    const planned = letterIn('joint-research').after(commands.planResearch);
    const retraction: AgreementCommand = {
      type: 'RetractEntry',
      commandId: planned.commandId(-1),
      reason: 'x',
      override: true,
    };
    const { milestoneId } = planned.state.milestones[0]!;
    const { deadlineId } = planned.state.deadlines.findLast(({ status }) => status === 'open')!;
    const report: AgreementCommand = { type: 'CompleteMilestone', milestoneId, completedOn: TODAY };
    for (const asked of [
      planned.after(retraction, { actor: BASE_PERSON }),
      planned.after({ type: 'WaiveDeadline', deadlineId, reason: 'x' }),
    ]) {
      expect(offers(asked)).toEqual(['ConfirmOverride', 'RejectOverride']);
      expect(offers(asked.after(report))).toEqual(['RejectOverride']);
    }
  });
});
