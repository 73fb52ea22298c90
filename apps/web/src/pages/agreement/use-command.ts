import { useMutation, useQueryClient } from '@tanstack/react-query';

import { newKey, sendCommand } from '../../api/commands.js';
import type { CommandBodies, CommandName } from '../../api/types.js';

/** Sends a command in its place, without a dialog; done when the page shows what was done. */
export function useCommand<Name extends CommandName>(
  agreementId: string,
  command: Name,
  onDone: () => void = () => undefined,
) {
  const queries = useQueryClient();
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['agreement', agreementId] });
  return useMutation({
    mutationFn: (body: CommandBodies[Name]) => sendCommand(agreementId, command, body, { key: newKey() }),
    onSettled: refresh,
    onSuccess: onDone,
  });
}
