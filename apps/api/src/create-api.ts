import type { Log } from '@entente/platform';
import { BadRequestException, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { ApiModule } from './app.module.js';
import { applyHttpRules } from './http-rules.js';
import { NestLog } from './nest-log.js';
import { serveDocument } from './openapi.js';
import { ProblemFilter } from './problems/problem.filter.js';
import type { ApiSettings } from './settings.js';

/** The API on top of a global module that provides buses and ports, ready to be asked but not listening. */
export async function createApi(
  engine: DynamicModule,
  settings: ApiSettings,
  log: Log,
): Promise<NestFastifyApplication> {
  const api = ApiModule.forRoot(settings, log);
  const module = { ...api, imports: [engine, ...(api.imports ?? [])] };
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter(log), {
    logger: new NestLog(log),
    bodyParser: false,
    abortOnError: false,
    forceCloseConnections: true,
  });
  applyHttpRules(app, settings.publicUrl);
  serveDocument(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

function adapter(log: Log): FastifyAdapter {
  const filter = new ProblemFilter(log);
  return new FastifyAdapter({
    // Only a proxy on this machine is believed about whom it speaks for.
    trustProxy: 'loopback',
    // Whoever sends slower holds a connection that others could use.
    requestTimeout: 30_000,
    forceCloseConnections: true,
    // A link that answers carries all it says in one part of its address.
    routerOptions: { maxParamLength: 500 },
    // An address that cannot be decoded reaches no route, and so no filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      filter.answer(new BadRequestException(error.message), request, reply);
    },
  });
}
