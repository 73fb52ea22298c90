import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

import { MAX_BODY_BYTES, readBody } from './body/read-body.js';
import { RequestProblem } from './problems/request-problem.js';

/** What holds for every request, whatever its route: what may be sent, from where, and what is told to browsers. */
export function applyHttpRules(app: NestFastifyApplication, publicUrl: string): void {
  const https = publicUrl.startsWith('https:');
  acceptJsonOnly(app);
  app.enableCsrfProtection({ trustedOrigins: [new URL(publicUrl).origin] });
  app.useSecurityHeaders({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: "'self'",
        baseUri: "'none'",
        connectSrc: "'self'",
        fontSrc: ["'self'", 'data:'],
        formAction: "'self'",
        frameAncestors: "'none'",
        imgSrc: ["'self'", 'data:'],
        objectSrc: "'none'",
        scriptSrc: "'self'",
        // Ant Design and Swagger write their styles into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        ...(https ? { upgradeInsecureRequests: true } : {}),
      },
    },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: https,
  });
}

function acceptJsonOnly(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  app.useBodyParser('application/json', { bodyLimit: MAX_BODY_BYTES }, (_request, body: Buffer, done) => {
    try {
      done(null, readBody(body));
    } catch (error) {
      done(error as Error);
    }
  });
  // Also without a body: a form or a script of another site can send a POST, but not one that says it is JSON.
  fastify.addHook('onRequest', (request, _reply, done) => {
    done(request.is404 || request.method !== 'POST' || saysJson(request) ? undefined : notJson());
  });
}

function saysJson({ headers }: FastifyRequest): boolean {
  return /^application\/json\s*(;|$)/iu.test(headers['content-type'] ?? '');
}

const notJson = (): RequestProblem => new RequestProblem('unsupported-media-type');
