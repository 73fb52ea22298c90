import { Alert } from 'antd';

import { useProblemSentence } from '../notice.js';

/** Why it was not done, above the form that asked for it. */
export function SendProblem({ error }: { readonly error: Error | null }) {
  const sentence = useProblemSentence(error);
  return error ? <Alert className="dialog-problem" type="error" title={sentence} /> : null;
}
