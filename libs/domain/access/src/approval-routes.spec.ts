import type { AgreementCommand } from '@entente/agreement';

import { BASE, BASE_HEAD, BASE_PERSON, type Letter } from '../../../../test/support/agreement-builders.js';
import {
  COUNSEL,
  endorse,
  endorsedBy,
  nameApprovers,
  routedLetter,
  routedMemorandum,
  sendBack,
} from '../../../../test/support/routed-letter.js';
import { viewers } from '../../../../test/support/viewers.js';
import { hiddenFrom, shownTo } from './audiences.js';
import { mayCommand } from './may-command.js';
import { possibleCommands } from './possible-commands.js';
import type { Viewer } from './viewer.js';

const counsel: Viewer = {
  space: 'main',
  personId: 'counsel',
  positions: [{ positionId: COUNSEL, organisationId: BASE, roles: [] }],
};
const drafting = routedLetter();
const named = drafting.after(nameApprovers, { actor: BASE_PERSON });

const may = (viewer: Viewer, command: AgreementCommand, { state }: Letter = named): unknown => {
  const permission = mayCommand(viewer, command, state);
  return 'refused' in permission ? permission.refused.code : permission.actingAs;
};

describe('an approval route inside a party', () => {
  it('is named by the party’s own people: not by coordinators, not by the other side', () => {
    expect(may(viewers.baseMember, nameApprovers, drafting)).toBe('base-researcher');
    expect(may(viewers.coordinator, nameApprovers, drafting)).toBe('not-allowed');
    expect(may(viewers.districtChair, nameApprovers, drafting)).toBe('not-allowed');
    expect(may(viewers.stranger, nameApprovers, drafting)).toBe('unknown-agreement');
  });

  it.each([endorse(named, 'legal'), sendBack(named, 'legal')])(
    'hears the position that is named for the post alone: $type',
    (command) => {
      expect(may(counsel, command)).toBe(COUNSEL);
      for (const other of [viewers.baseMember, viewers.baseHead, viewers.coordinator, viewers.districtChair])
        expect(may(other, command)).toBe('not-allowed');
    },
  );

  it('offers each its word in its turn, and the approval when all agreed', () => {
    const offered = (viewer: Viewer, { state }: Letter) =>
      possibleCommands(viewer, state, routedMemorandum)
        .filter(({ command }) => ['EndorseText', 'ReturnText', 'ApproveText'].includes(command))
        .map(({ command, post }) => [command, post]);
    expect(offered(counsel, named)).toEqual([
      ['EndorseText', 'legal'],
      ['ReturnText', 'legal'],
    ]);
    expect(offered(viewers.baseHead, named)).toEqual([]);
    const twice = endorsedBy(named, 'legal', 'finance');
    expect(offered(counsel, twice)).toEqual([['ReturnText', 'legal']]);
    expect(offered(viewers.baseHead, endorsedBy(twice, 'director'))).toEqual([
      ['ApproveText', undefined],
      ['ReturnText', 'director'],
    ]);
  });

  it('is shown to its own side, auditors of that side among them, and to nobody else', () => {
    const seenBy = (viewer: Viewer) =>
      shownTo(viewer, named.state, hiddenFrom(viewer, named.envelopes())).routes?.length ?? 0;
    const audits: Viewer = {
      ...counsel,
      positions: [{ positionId: BASE_HEAD, organisationId: BASE, roles: ['auditor'] }],
    };
    expect([counsel, viewers.baseMember, audits].map(seenBy)).toEqual([1, 1, 1]);
    const others = [viewers.coordinator, viewers.auditor, viewers.districtChair];
    expect(others.map(seenBy)).toEqual([0, 0, 0]);
  });
});
