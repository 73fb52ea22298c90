import { Public } from '@entente/identity';
import { HealthChecks, type CheckResult, type Readiness } from '@entente/platform';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';

interface Health {
  readonly status: Readiness['status'];
  readonly checks: readonly Pick<CheckResult, 'name' | 'status' | 'figures'>[];
}

@ApiTags('health')
@SkipThrottle()
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly checks: HealthChecks) {}

  @Get('live')
  @ApiOperation({ operationId: 'isAlive', summary: 'This process answers' })
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  /** Causes name hosts, files and streams: they are for the log, not for everybody. Figures are. */
  @Get('ready')
  @ApiOperation({ operationId: 'isReady', summary: 'Requests can be served; 503 when not' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const { status, checks } = await this.checks.readiness();
    if (status === 'unavailable') void reply.code(503);
    void reply.header('cache-control', 'no-store');
    return {
      status,
      checks: checks.map(({ name, status: result, figures }) => ({
        name,
        status: result,
        ...(figures === undefined ? {} : { figures }),
      })),
    };
  }
}
