import type { Viewer } from '@entente/access';
import { ViewerDirectory } from '@entente/application';
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
  readonly headers: { readonly cookie?: string | undefined; readonly authorization?: string | undefined };
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

  /** Looked up anew for every request, so that a position handed over is gone at once. */
  async viewerOf(request: SignedRequest): Promise<Viewer | undefined> {
    const token = tokenOf(request.headers);
    const session = token === undefined ? undefined : this.tokens.read(token);
    return session && this.viewers.viewerOf(session.space, session.personId);
  }
}
