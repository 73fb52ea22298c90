import type { Log } from '@entente/platform';
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { languageOf } from './language.js';
import { problemOf } from './problem.js';

const RETRY_AFTER_SECONDS = 1;

/** The one way every failure is answered. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const language = languageOf(request.headers['accept-language']);
    const problem = problemOf(error, language);
    // The pattern of the route, not its address: addresses hold what people search for.
    const route = `${request.method} ${request.routeOptions.url ?? '?'}`;
    if (problem.status >= 500) this.log.error({ err: error, route }, 'a request failed');
    // An event stream that has begun cannot become a problem any more.
    if (reply.sent || reply.raw.headersSent) return;
    if (problem.status === 503) void reply.header('retry-after', String(RETRY_AFTER_SECONDS));
    void reply
      .code(problem.status)
      .headers({ 'content-language': language, vary: 'Accept-Language', 'cache-control': 'no-store' })
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }
}
