import { mayPublish, type Viewer } from '@entente/access';
import {
  draftFrom,
  Facts,
  HolidaySource,
  ListCalendars,
  PublishCalendar,
  readCalendar,
  type Asked,
  type CalendarList,
} from '@entente/application';
import { yearOf, type Calendar } from '@entente/calendar';
import { calendarIn } from '@entente/directory';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { CommandAnswerDto } from '../fields/command-answer.js';
import { CommandRefused } from '../problems/command-refused.js';
import { answerOf, type CommandAnswer } from '../requests/answer.js';
import { Me, WhoAsks } from '../requests/asked.js';
import { commandBody } from '../requests/command-body.js';
import { Headers, type CommandHeaders } from '../requests/command-headers.js';
import { CommandSender } from '../requests/command-sender.js';
import { Asks, Commands } from '../requests/documented.js';
import { etagOf } from '../requests/etag.js';
import { found } from '../requests/found.js';
import { CalendarDraftDto, DraftCalendarDto } from './draft.dto.js';
import { answerOfDraft, daysFrom, withFaults } from './draft-answer.js';
import {
  CalendarYearDto,
  CalendarDto,
  CalendarListDto,
  CalendarVersionDto,
  PublishCalendarDto,
} from './calendar.dto.js';

const YEAR = /^(19|20)\d{2}$/u;
const ID = /^[a-z][a-z0-9-]{0,63}$/u;

@ApiTags('calendars')
@Controller('api/calendars')
export class CalendarsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly sender: CommandSender,
    private readonly facts: Facts,
    private readonly holidays: HolidaySource,
  ) {}

  @Get()
  @Asks('listCalendars', 'The newest version of every calendar, and until when its days are published')
  @ApiOkResponse({ type: CalendarListDto })
  list(@WhoAsks() asked: Asked): Promise<CalendarList> {
    return this.queries.execute(new ListCalendars(asked));
  }

  @Get(':calendar')
  @Asks('getCalendar', 'Every day of a calendar that is not what its weekday says')
  @ApiParam({ name: 'calendar', example: 'cn' })
  @ApiOkResponse({ type: CalendarDto })
  async calendar(
    @Me() viewer: Viewer,
    @Param('calendar') id: string,
    @Query() { version }: CalendarVersionDto,
  ): Promise<Calendar> {
    const history = found(ID.test(id) ? await readCalendar(this.facts.store, viewer.space, id) : undefined);
    return found(calendarIn(history, id, version));
  }

  @Get(':calendar/years/:year')
  @Asks('getCalendarYear', 'Every day of a year: working or off, and why')
  @ApiParam({ name: 'calendar', example: 'cn' })
  @ApiParam({ name: 'year', example: '2027' })
  @ApiOkResponse({ type: CalendarYearDto })
  async year(
    @Me() viewer: Viewer,
    @Param('calendar') id: string,
    @Param('year') year: string,
    @Query() query: CalendarVersionDto,
  ): Promise<CalendarYearDto> {
    const calendar = await this.calendar(viewer, id, query);
    const { days, ...whole } = yearOf(calendar, Number(found(YEAR.test(year) ? year : undefined)));
    return { ...whole, days: days.map(({ name = null, ...day }) => ({ ...day, name })) };
  }

  @Post(':calendar/draft')
  @HttpCode(200)
  @Commands(
    'draftCalendar',
    'See the next version of a calendar, from a file or of a country; nothing is published',
  )
  @ApiParam({ name: 'calendar', example: 'de' })
  @ApiOkResponse({ type: CalendarDraftDto })
  async draft(
    @Me() viewer: Viewer,
    @Param('calendar') id: string,
    @Body() fields: DraftCalendarDto,
  ): Promise<CalendarDraftDto> {
    const { space } = viewer;
    found(ID.test(id) ? id : undefined);
    const permission = mayPublish(viewer);
    if ('refused' in permission) throw new CommandRefused(permission.refused);
    const asked = daysFrom(fields, Number(this.facts.now(space).slice(0, 4)));
    if ('line' in asked) return withFaults([{ line: asked.line, column: null, code: 'no-csv' }]);
    const { name, source } = fields;
    const given = { ...(name ? { name } : {}), ...(source === undefined ? {} : { source }) };
    const drafted = await draftFrom(this.facts, this.holidays, { space, id }, asked, given);
    if ('refused' in drafted) throw new CommandRefused(drafted.refused);
    return answerOfDraft(drafted);
  }

  @Post(':calendar/publish-calendar')
  @HttpCode(200)
  @Commands('publishCalendar', 'Publish the next version of a calendar: the whole list of its days')
  @ApiParam({ name: 'calendar', example: 'cn' })
  @ApiOkResponse({ type: CommandAnswerDto })
  async publish(
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Param('calendar') id: string,
    @Body() fields: PublishCalendarDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const target = found(ID.test(id) ? id : undefined);
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    const body = commandBody('PublishCalendar', fields);
    const accepted = await this.sender.send(PublishCalendar, viewer, header, target, body);
    void reply.header('etag', etagOf(accepted.revision));
    return answerOf(accepted);
  }
}
