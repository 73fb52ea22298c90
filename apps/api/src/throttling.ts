import type { Viewer } from '@entente/access';
import type { ExecutionContext } from '@nestjs/common';
import type { ThrottlerModuleOptions } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';

const SECOND = 1_000;

/** Signing in is asked seldom; who asks more often tries people out. */
export const SIGN_IN_LIMIT = { default: { limit: 20, ttl: 60 * SECOND } };

/**
 * Per person and route, or per address for those without a session. Programs on this machine are not limited, unless
 * a proxy here says (X-Forwarded-For) that it speaks for somebody else.
 */
export const throttling: ThrottlerModuleOptions = {
  throttlers: [{ limit: 300, ttl: 10 * SECOND }],
  getTracker: (request: Record<string, unknown>) => {
    const { viewer, ip } = request as unknown as Pick<FastifyRequest, 'ip'> & { viewer?: Viewer };
    return viewer ? `${viewer.space} ${viewer.personId}` : ip;
  },
  skipIf: (context: ExecutionContext) => isLoopback(context.switchToHttp().getRequest<FastifyRequest>().ip),
};

function isLoopback(ip: string): boolean {
  return ip === '::1' || /^(::ffff:)?127\./u.test(ip);
}
