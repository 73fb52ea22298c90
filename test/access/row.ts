import type { Viewer } from '@entente/access';

/** `hidden`: as if it did not exist; `left out`: an answer, without it. */
export type Cell = 'yes' | 'no' | 'hidden' | 'left out';

export interface Row {
  /** As the description of the API has it. */
  readonly route: string;
  /** Which of several cases of the route. */
  readonly when?: string;
  readonly rule: (viewer: Viewer) => Cell;
  readonly path: string;
  readonly body?: object;
  /** The answer to whoever may; absent: 200 to a question; to a command 412, as it is sent with a stale revision. */
  readonly allowed?: number;
  /** Whether a list holds it. */
  readonly shows?: (answer: unknown) => boolean;
}
