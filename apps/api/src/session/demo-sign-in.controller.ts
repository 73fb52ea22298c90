import type { PersonRow } from '@entente/application';
import { DemoSignIn, FirstCoordinator, Public, sessionCookie } from '@entente/identity';
import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';

import { PersonRowDto } from '../directory/directory.dto.js';
import { RequestProblem } from '../problems/request-problem.js';
import { Seen } from '../requests/asked.js';
import { Commands, Asks } from '../requests/documented.js';
import { API_SETTINGS, type ApiSettings } from '../settings.js';
import { SIGN_IN_LIMIT } from '../throttling.js';
import { cookieOptions } from './cookie-options.js';
import { SessionAnswers, type SessionAnswer } from './session-answers.js';
import { FirstCoordinatorDto, NewSessionDto, PeopleOfSpaceDto, SignInDto } from './session.dto.js';

type NewSession = SessionAnswer & { readonly token: string };

/** Not part of a production installation: the module leaves it out. */
@ApiTags('session')
@Throttle(SIGN_IN_LIMIT)
@Controller('api')
export class DemoSignInController {
  constructor(
    private readonly demo: DemoSignIn,
    private readonly first: FirstCoordinator,
    private readonly answers: SessionAnswers,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get('session/people')
  @Public()
  @Asks('listPeopleToBe', 'Who may sign in without a password; absent in production')
  @ApiOkResponse({ type: PersonRowDto, isArray: true })
  people(@Query() { space }: PeopleOfSpaceDto): Promise<readonly PersonRow[]> {
    return this.demo.people(space);
  }

  @Post('session')
  @Public()
  @Commands('signIn', 'Sign in without a password; absent in production')
  @ApiCreatedResponse({ type: NewSessionDto })
  signIn(
    @Body() { space, personId }: SignInDto,
    @Seen() seen: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewSession> {
    return this.open(space, personId, seen, reply);
  }

  @Post('spaces/main/first-coordinator')
  @Public()
  @Commands('appointFirstCoordinator', 'Start empty: the first coordinator of a space that has none')
  @ApiCreatedResponse({ type: NewSessionDto })
  async appoint(
    @Body() fields: FirstCoordinatorDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewSession> {
    const appointed = await this.first.appoint('main', fields);
    if (appointed === 'already-set-up') throw new RequestProblem('already-set-up');
    if ('begunWith' in appointed) {
      throw new RequestProblem('setup-begun', {
        field: 'organisation.name',
        facts: { name: appointed.begunWith },
      });
    }
    return this.open('main', appointed.personId, appointed.position, reply);
  }

  private async open(
    space: string,
    personId: string,
    seen: string | undefined,
    reply: FastifyReply,
  ): Promise<NewSession> {
    const { token, viewer } = await this.demo.signIn(space, personId, seen);
    void reply.header('set-cookie', sessionCookie(token, cookieOptions(this.settings)));
    return { ...(await this.answers.of(viewer)), token };
  }
}
