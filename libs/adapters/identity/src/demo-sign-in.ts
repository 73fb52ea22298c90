import type { Viewer } from '@entente/access';
import { Facts, ListPeople, ViewerDirectory, type Page, type PersonRow } from '@entente/application';
import type { LogPosition } from '@entente/event-sourcing';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';

import { NotSignedIn } from './session.guard.js';
import { SessionTokens } from './session-tokens.js';

/** For views that are slow: whoever was just registered is somebody. */
const PATIENCE_MS = 15_000;

export interface SignedIn {
  readonly token: string;
  readonly viewer: Viewer;
}

/** Whoever asks may be anybody: for demonstrations and for machines nobody else reaches. Never in production. */
@Injectable()
export class DemoSignIn {
  constructor(
    private readonly queries: QueryBus,
    private readonly viewers: ViewerDirectory,
    private readonly tokens: SessionTokens,
    private readonly facts: Facts,
  ) {
    // The module leaves it out in production; this is for whoever composes the parts in another way.
    if (process.env['NODE_ENV'] === 'production')
      throw new Error('signing in without a password, in production');
  }

  /** As of the log's end: right after a start the views may still be behind it. */
  async people(space: string): Promise<readonly PersonRow[]> {
    return (await this.waitFor(space, await this.facts.store.head())).items;
  }

  /** Throws NotSignedIn when the space knows no such person; one just registered at `seen` is waited for. */
  async signIn(space: string, personId: string, seen?: LogPosition): Promise<SignedIn> {
    if (seen !== undefined) await this.waitFor(space, seen);
    const viewer = await this.viewers.viewerOf(space, personId);
    if (!viewer) throw new NotSignedIn();
    return { viewer, token: this.tokens.issue(space, personId).token };
  }

  private async waitFor(space: string, seen: LogPosition = ''): Promise<Page<PersonRow>> {
    const head = (await this.facts.store.head()) ?? '';
    // Nothing comes of waiting for what the log does not hold.
    const wanted = seen < head ? seen : head;
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const page = await this.page(space, wanted === '' ? undefined : wanted);
      if ((page.freshness.position ?? '') >= wanted || performance.now() > deadline) return page;
    }
  }

  private page(space: string, seen: LogPosition | undefined): Promise<Page<PersonRow>> {
    const viewer = { space, personId: 'system:sign-in', positions: [] };
    const asked = seen === undefined ? { viewer } : { viewer, seen };
    return this.queries.execute(new ListPeople(asked, '', { limit: 100 }));
  }
}
