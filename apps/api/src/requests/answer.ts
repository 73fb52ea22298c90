import type { Accepted } from './command-sender.js';

export interface CommandAnswer {
  readonly revision: number;
  readonly position: string | null;
  readonly events: readonly { readonly type: string; readonly revision: number }[];
  readonly unchanged: boolean;
}

export function answerOf(accepted: Accepted): CommandAnswer {
  return {
    revision: accepted.revision,
    position: accepted.position ?? null,
    events: accepted.events.map(({ type, revision }) => ({ type, revision })),
    unchanged: accepted.events.length === 0,
  };
}
