import { endedCookie, Public, SessionGuard } from '@entente/identity';
import { Controller, Delete, Get, HttpCode, Inject, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { API_SETTINGS, type ApiSettings } from '../settings.js';
import { cookieOptions } from './cookie-options.js';
import { SessionAnswers, type SessionAnswer } from './session-answers.js';
import { SessionDto } from './session.dto.js';

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly guard: SessionGuard,
    private readonly answers: SessionAnswers,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ operationId: 'getSession', summary: 'Who is signed in; viewer is null for nobody' })
  @ApiOkResponse({ type: SessionDto })
  async session(@Req() request: FastifyRequest): Promise<SessionAnswer> {
    return this.answers.of(await this.guard.viewerOf(request));
  }

  @Delete()
  @Public()
  @HttpCode(204)
  @ApiOperation({ operationId: 'signOut', summary: 'Forget the session' })
  @ApiNoContentResponse()
  signOut(@Res({ passthrough: true }) reply: FastifyReply): void {
    void reply.header('set-cookie', endedCookie(cookieOptions(this.settings)));
  }
}
