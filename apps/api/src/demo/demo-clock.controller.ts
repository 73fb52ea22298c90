import { mayMoveClock, type Viewer } from '@entente/access';
import { DemoClock, Facts } from '@entente/application';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { RequestProblem } from '../problems/request-problem.js';
import { Me } from '../requests/asked.js';
import { Commands } from '../requests/documented.js';
import { AdvanceClockDto, ClockDto } from './demo-clock.dto.js';

/** Only ever ahead: what is recorded keeps its order. */
@ApiTags('demo')
@Controller('api/demo/clock')
export class DemoClockController {
  constructor(
    private readonly clock: DemoClock,
    private readonly facts: Facts,
  ) {}

  @Post('advance')
  @HttpCode(200)
  @Commands(
    'advanceDemoClock',
    'Move the demo’s clock ahead by working days; every other space keeps its time',
  )
  @ApiOkResponse({ type: ClockDto })
  async advance(@Me() viewer: Viewer, @Body() { workingDays }: AdvanceClockDto): Promise<ClockDto> {
    if (!mayMoveClock(viewer)) throw new RequestProblem('not-allowed');
    const now = await this.clock.advance(workingDays);
    return { now, zone: this.facts.zone, aheadMs: this.clock.offsetMs() };
  }
}
