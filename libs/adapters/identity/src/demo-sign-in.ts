import type { Viewer } from '@entente/access';
import { ListPeople, ViewerDirectory, type PersonRow } from '@entente/application';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';

import { NotSignedIn } from './session.guard.js';
import { SessionTokens } from './session-tokens.js';

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
  ) {
    // The module leaves it out in production; this is for whoever composes the parts in another way.
    if (process.env['NODE_ENV'] === 'production')
      throw new Error('signing in without a password, in production');
  }

  async people(space: string): Promise<readonly PersonRow[]> {
    const asked = { viewer: { space, personId: 'system:sign-in', positions: [] } };
    const page = await this.queries.execute(new ListPeople(asked, '', { limit: 100 }));
    return page.items;
  }

  /** Throws NotSignedIn when the space knows no such person. */
  async signIn(space: string, personId: string): Promise<SignedIn> {
    const viewer = await this.viewers.viewerOf(space, personId);
    if (!viewer) throw new NotSignedIn();
    return { viewer, token: this.tokens.issue(space, personId).token };
  }
}
