import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { newKey } from '../api/commands.js';
import { Problem } from '../api/problem.js';

interface SendForm<Values, Answer> {
  readonly send: (values: Values, key: string) => Promise<Answer>;
  /** The lists that show what was done. */
  readonly changes: string;
  readonly onDone: (answer: Answer) => void;
}

/** A form that sends one command, however often its button is pressed; done when the lists show what was done. */
export function useSendForm<Values, Answer>({ send, changes, onDone }: SendForm<Values, Answer>) {
  const queries = useQueryClient();
  const [key, setKey] = useState(newKey);
  return useMutation({
    mutationFn: (values: Values) => send(values, key),
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: [changes] });
      onDone(answer);
    },
    onError: (error) => {
      // Sent again after a refusal, with other words, it is another command.
      if (error instanceof Problem) setKey(newKey());
    },
  });
}
