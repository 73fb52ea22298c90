import type { Viewer } from '@entente/access';
import { Injectable, type ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerModuleOptions } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';

const SECOND = 1_000;

/** Signing in is asked seldom; who asks more often tries people out. */
export const SIGN_IN_LIMIT = { default: { limit: 20, ttl: 60 * SECOND } };

/** A link is answered once or twice; who asks more often tries links out. */
export const ANSWER_LIMIT = { default: { limit: 30, ttl: 60 * SECOND } };

/** Files weigh more than words. */
export const FILES_LIMIT = { default: { limit: 60, ttl: 60 * SECOND } };

/** Each is made anew, at the cost of many questions. */
export const DOCUMENTS_LIMIT = { default: { limit: 30, ttl: 60 * SECOND } };

/** Per person and route, or per address for those without a session. */
export const throttling: ThrottlerModuleOptions = {
  throttlers: [{ limit: 300, ttl: 10 * SECOND }],
  getTracker: (request: Record<string, unknown>) => {
    const { viewer, ip } = request as unknown as Pick<FastifyRequest, 'ip'> & { viewer?: Viewer };
    return viewer ? `${viewer.space} ${viewer.personId}` : ip;
  },
};

/**
 * Programs on this machine are not limited, unless a proxy here says (X-Forwarded-For) that it speaks for somebody
 * else. Asked before anything else: the guard's own way there costs as much as a rule of the domain.
 */
@Injectable()
export class RequestLimit extends ThrottlerGuard {
  protected override shouldSkip(context: ExecutionContext): Promise<boolean> {
    return Promise.resolve(isLoopback(context.switchToHttp().getRequest<FastifyRequest>().ip));
  }
}

function isLoopback(ip: string): boolean {
  return ip === '::1' || /^(::ffff:)?127\./u.test(ip);
}
