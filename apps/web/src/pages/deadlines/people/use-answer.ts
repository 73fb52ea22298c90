import { sendReminderAnswer } from '../../../api/commands.js';
import type { ReminderAnswerBodies } from '../../../api/types.js';
import { useSendForm } from '../../../parts/use-send-form.js';

/** The deadline that is answered. */
export interface About {
  readonly agreementId: string;
  readonly deadlineId: string;
}

export function useAnswer<Name extends keyof ReminderAnswerBodies>(
  command: Name,
  agreementId: string,
  onDone: () => void,
) {
  return useSendForm({
    send: (body: ReminderAnswerBodies[Name], key) => sendReminderAnswer(agreementId, command, body, key),
    changes: 'deadlines',
    onDone,
  });
}
