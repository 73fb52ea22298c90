import { mayMeet, type Actor } from '@entente/access';
import {
  readFolded,
  refuse,
  streamName,
  type Gathered,
  type Refused,
  type UseCase,
} from '@entente/event-sourcing';
import {
  meetingDecider,
  type Meeting,
  type MeetingCommand,
  type MeetingContext,
  type MeetingFact,
  type MeetingRefusalCode,
} from '@entente/meeting';

import type { Facts } from '../ports/facts.js';
import { confirmPosition } from './confirm-position.js';
import { lettersOf } from './letters.js';
import { snapshotsOf } from './organisations.js';

export type MeetingCode = MeetingRefusalCode | 'not-allowed';

/** What a coordinator may do at a meeting, and what its rules need to know of letters and organisations. */
export function meetingUseCase(
  ports: Facts,
  actor: Actor,
): UseCase<Meeting, MeetingCommand, MeetingFact, MeetingContext, MeetingCode> {
  return {
    decider: meetingDecider,
    async gather(state, { command, stream }): Promise<Gathered<MeetingContext> | Refused<MeetingCode>> {
      const permission = mayMeet(actor, command.type);
      if ('refused' in permission) return permission;
      if (!(await confirmPosition(ports, actor, permission.actingAs))) return refuse('not-allowed');
      const letters = await lettersOf(ports, actor.space, lettersNamedBy(state, command));
      const [organisation] =
        command.type === 'RecordAttendance'
          ? await snapshotsOf(ports.store, actor.space, [command.organisationId])
          : [];
      const next = await nextNamedBy(ports, actor, command, stream);
      const facts = { letters, ...(organisation ? { organisation } : {}), ...(next ? { next } : {}) };
      return permission.actingAs === undefined ? { facts } : { facts, actingAs: permission.actingAs };
    },
  };
}

async function nextNamedBy(
  { store }: Facts,
  { space }: Actor,
  command: MeetingCommand,
  stream: string,
): Promise<MeetingContext['next']> {
  if (command.type !== 'PostponeLetter' || command.toMeeting === undefined) return undefined;
  const other = streamName(space, 'meeting', command.toMeeting);
  if (other === stream) return undefined;
  const { state } = await readFolded(store, other, meetingDecider);
  return state.status === 'none' ? undefined : { status: state.status, on: state.at.slice(0, 10) };
}

function lettersNamedBy(state: Meeting, command: MeetingCommand): readonly string[] {
  switch (command.type) {
    case 'PlaceLetter':
    case 'SignLetter':
      return [command.agreementId];
    case 'HoldMeeting':
      return state.status === 'none' ? [] : state.letters.map(({ agreementId }) => agreementId);
    default:
      return [];
  }
}
