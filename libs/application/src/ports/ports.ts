import type { Viewer } from '@entente/access';

import type { ParkedSince } from '../queries/page.js';

/** Who a person is right now: the positions they fill. Undefined when the space knows no such person. */
export abstract class ViewerDirectory {
  abstract viewerOf(space: string, personId: string): Promise<Viewer | undefined>;
}

/** Finds an agreement by its reference number; the directory of numbers is a view, the number itself is in the log. */
export abstract class NumberIndex {
  abstract agreementIdOf(space: string, number: string): Promise<string | undefined>;
}

/** Names by id at the moment of asking, so that a name erased is gone from every answer at once. */
export abstract class NameDirectory {
  abstract namesOf(
    space: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { zh?: string; en?: string }>>;
}

/** Waits until a view shows the log up to a position; answers whether it did in time. */
export abstract class ViewProgress {
  abstract waitFor(view: string, position: string, timeoutMs: number): Promise<boolean>;
}

/** How far a view is; the consumer runtime knows. */
export abstract class ViewStatus {
  abstract statusOf(view: string): Promise<{
    readonly version: number;
    readonly position: string | undefined;
    readonly lagMs: number;
    /** Streams it leaves out. */
    readonly parked: number;
  }>;
  abstract parked(filter: {
    readonly consumer: string;
    readonly streams?: readonly string[];
  }): Promise<readonly (ParkedSince & { readonly stream: string })[]>;
}
