import { Public } from '@entente/identity';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { RequestProblem } from '../problems/request-problem.js';
import { API_SETTINGS, type ApiSettings } from '../settings.js';
import { WebBuild, type Encoding, type WebFile } from './web-build.js';

const YEAR = 31_536_000;

/** Everything that is not the API is the web page: its files, or the page itself for one of its addresses. */
@ApiExcludeController()
@SkipThrottle()
@Controller()
export class WebController {
  readonly #build: WebBuild | undefined;

  constructor(@Inject(API_SETTINGS) { webRoot }: ApiSettings) {
    this.#build = webRoot === undefined ? undefined : WebBuild.read(webRoot);
  }

  @Get(['/', '*'])
  @Public()
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [pathname = '/'] = request.url.split('?');
    if (/^\/(api|health)(\/|$)/u.test(pathname)) throw new RequestProblem('not-found');
    if (!this.#build) throw new RequestProblem('no-web-page');
    const file = this.#build.at(pathname);
    if (!file) throw new RequestProblem('not-found');
    await send(file, request, reply);
  }
}

async function send(file: WebFile, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  void reply.headers({
    etag: file.etag,
    'cache-control': file.immutable ? `public, max-age=${String(YEAR)}, immutable` : 'no-cache',
    vary: 'Accept-Encoding',
  });
  if (request.headers['if-none-match'] === file.etag) {
    await reply.code(304).send();
    return;
  }
  const encoding = file.encodings.find((one) => accepts(request, one));
  void reply.type(file.type);
  if (encoding) void reply.header('content-encoding', encoding);
  await reply.send(encoding ? await file.compressed(encoding) : file.content);
}

function accepts({ headers }: FastifyRequest, encoding: Encoding): boolean {
  const offered = (headers['accept-encoding'] ?? '').toLowerCase().split(',');
  return offered.some((one) => one.trim().split(';')[0] === encoding && !/;\s*q=0(\.0*)?\s*$/u.test(one));
}
