import type { LogPosition } from '@entente/event-sourcing';

/** One consumer's work in this process. A request is a number, so none is lost while a run is active. */
export interface Line {
  readonly name: string;
  requested: number;
  served: number;
  /** The newest place of the log that this process has heard of. */
  heard: LogPosition | undefined;
  /** Somebody asked for the end of the log, which may be further on than what was heard of. */
  mustLook: boolean;
  running: Promise<void> | undefined;
  retry: NodeJS.Timeout | undefined;
  failures: number;
  /** Rows of another version are rebuilt at the start only; later the other version is the newer one. */
  mayRebuild: boolean;
  /** Parked streams to look at again after the next run: all at the start, then those whose time has come. */
  retries: 'all' | 'due' | 'none';
  readonly waiting: { readonly request: number; readonly settle: (error?: unknown) => void }[];
}

export function newLine(name: string): Line {
  return {
    name,
    requested: 0,
    served: 0,
    heard: undefined,
    mustLook: true,
    running: undefined,
    retry: undefined,
    failures: 0,
    mayRebuild: true,
    retries: 'all',
    waiting: [],
  };
}

/** Tells everyone whose request was served by now. */
export function settle(line: Line, upTo: number, error?: unknown): void {
  const due = line.waiting.filter(({ request }) => request <= upTo);
  line.waiting.splice(0, line.waiting.length, ...line.waiting.filter(({ request }) => request > upTo));
  for (const waiter of due) waiter.settle(error);
}
