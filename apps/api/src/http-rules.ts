import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

import { MAX_BODY_BYTES, readBody } from './body/read-body.js';
import { RequestProblem } from './problems/request-problem.js';

/** What holds for every request, whatever its route: what may be sent, from where, and what is told to browsers. */
export function applyHttpRules(app: NestFastifyApplication, publicUrl: string): void {
  const https = publicUrl.startsWith('https:');
  acceptJsonAndFiles(app);
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
        // A photograph is shown to whoever took it before it is filed.
        imgSrc: ["'self'", 'data:', 'blob:'],
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

const FILES_PATH = '/api/files';
const FILE_TYPE = 'application/octet-stream';

function acceptJsonAndFiles(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  app.useBodyParser('application/json', { bodyLimit: MAX_BODY_BYTES }, (_request, body: Buffer, done) => {
    try {
      done(null, readBody(body));
    } catch (error) {
      done(error as Error);
    }
  });
  // A file is read as it comes, by whoever stores it.
  fastify.addContentTypeParser(FILE_TYPE, (_request, payload, done) => {
    done(null, payload);
  });
  // Also without a body: a form or a script of another site can send a POST, but not one that says it is JSON.
  fastify.addHook('onRequest', (request, _reply, done) => {
    done(request.is404 || request.method !== 'POST' || saysWhatItIs(request) ? undefined : notJson());
  });
}

/** Files are no JSON, and nothing else is a file. Of neither can a form of another site say that it is one. */
function saysWhatItIs({ headers, routeOptions }: FastifyRequest): boolean {
  const type = headers['content-type'] ?? '';
  if (routeOptions.url === FILES_PATH) return type === FILE_TYPE;
  return /^application\/json\s*(;|$)/iu.test(type);
}

const notJson = (): RequestProblem => new RequestProblem('unsupported-media-type');
