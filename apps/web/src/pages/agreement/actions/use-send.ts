import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { newKey, sendCommand } from '../../../api/commands.js';
import { Problem } from '../../../api/problem.js';
import type { AgreementDetail, CommandBodies, CommandName } from '../../../api/types.js';

interface SendOptions<Name extends CommandName> {
  readonly command: Name;
  /** As the sender saw it. */
  readonly detail: AgreementDetail;
  readonly onDone: () => void;
  readonly onRefused?: (error: Error) => void;
}

interface Sent<Name extends CommandName> {
  readonly body: CommandBodies[Name];
  /** Also when somebody wrote since: the sender has seen what. */
  readonly evenSo: boolean;
}

export function useSend<Name extends CommandName>({ command, detail, onDone, onRefused }: SendOptions<Name>) {
  const queries = useQueryClient();
  const [key, setKey] = useState(newKey);
  const { agreementId, revision } = detail;
  const refresh = (): Promise<unknown> =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['agreement', agreementId] }),
      queries.invalidateQueries({ queryKey: ['board'] }),
      queries.invalidateQueries({ queryKey: ['deadlines'] }),
    ]);
  return useMutation({
    mutationFn: ({ body, evenSo }: Sent<Name>) =>
      sendCommand(agreementId, command, body, { key, ...(!evenSo && { seenRevision: revision }) }),
    onSuccess: async () => {
      // Whoever acts again at once must act on what they have just done, not on the state before it.
      await refresh();
      onDone();
    },
    onError: (error) => {
      // Sent again after a refusal, with other words, it is another command.
      if (error instanceof Problem) setKey(newKey());
      onRefused?.(error);
      void refresh();
    },
  });
}
