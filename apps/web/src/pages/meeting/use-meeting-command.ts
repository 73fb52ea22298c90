import { useMutation, useQueryClient } from '@tanstack/react-query';

import { newKey, sendMeetingCommand } from '../../api/commands.js';
import type { MeetingBodies, MeetingCommandName } from '../../api/types.js';

type Sent = {
  readonly [Name in MeetingCommandName]: { readonly command: Name; readonly body: MeetingBodies[Name] };
}[MeetingCommandName];

/** Sends commands of the meeting, one after the other, and looks at it again; done when the page shows what was done. */
export function useMeetingCommand(meetingId: string, onDone: () => void = () => undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (commands: readonly Sent[]) => {
      for (const { command, body } of commands) await sendMeetingCommand(meetingId, command, body, newKey());
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['meetings'] }),
    onSuccess: onDone,
  });
}
