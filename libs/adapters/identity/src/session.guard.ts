import type { Viewer } from '@entente/access';
import { Facts, ViewerDirectory } from '@entente/application';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { tokenOf } from './session-cookie.js';
import { SessionTokens } from './session-tokens.js';
import { PUBLIC } from './public.js';

/** There is no session, it has expired, or its person is gone. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn';
}

/** What of a request identity reads and writes. */
export interface SignedRequest {
  readonly headers: {
    readonly cookie?: string | undefined;
    readonly authorization?: string | undefined;
    readonly 'entente-seen'?: string | readonly string[] | undefined;
  };
  viewer?: Viewer;
}

/** The signed-in person of a request that the guard has let through. Throws NotSignedIn. */
export function viewerOf(request: SignedRequest): Viewer {
  if (!request.viewer) throw new NotSignedIn();
  return request.viewer;
}

/** Denies by default: a route is open only when it is marked so. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: SessionTokens,
    private readonly viewers: ViewerDirectory,
    private readonly facts: Facts,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (isPublic) return true;
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const viewer = await this.viewerOf(request);
    if (!viewer) throw new NotSignedIn();
    request.viewer = viewer;
    return true;
  }

  /** Anew from moment to moment, so that a position handed over is gone at once, and whenever somebody says what they saw. */
  async viewerOf({ headers }: SignedRequest): Promise<Viewer | undefined> {
    const token = tokenOf(headers);
    const session = token === undefined ? undefined : this.tokens.read(token);
    if (!session) return undefined;
    const { space, personId } = session;
    const { directory } = this.facts;
    const look = (): Promise<Viewer | undefined> => this.viewers.viewerOf(space, personId);
    if (!directory || headers['entente-seen'] !== undefined) return look();
    return (await directory.viewers.get(`${space} ${personId}`, look)) ?? look();
  }
}
