import { maySendFiles, type Viewer } from '@entente/access';
import type { FileReference } from '@entente/agreement';
import { FileRefused, Files, filesNamedBy, GetAgreement, type Asked } from '@entente/application';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';

import { AgreementReference } from '../agreements/agreement-reference.js';
import { FileReferenceDto } from '../agreements/dto/papers.dto.js';
import { CommandRefused } from '../problems/command-refused.js';
import { RequestProblem } from '../problems/request-problem.js';
import { Me, WhoAsks } from '../requests/asked.js';
import { Asks, Commands } from '../requests/documented.js';
import { found } from '../requests/found.js';
import { FILES_LIMIT } from '../throttling.js';
import { sendFile } from './send-file.js';
import { FileQueryDto } from './file-query.dto.js';

@ApiTags('files')
@Controller('api/files')
export class FilesController {
  constructor(
    private readonly files: Files,
    private readonly queries: QueryBus,
    private readonly references: AgreementReference,
  ) {}

  @Post()
  @Throttle(FILES_LIMIT)
  @Commands('sendFile', 'Store a file; a command then names it by its hash')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: FileReferenceDto })
  async store(@Me() viewer: Viewer, @Req() request: FastifyRequest): Promise<FileReference> {
    if (!maySendFiles(viewer)) throw new RequestProblem('not-allowed');
    if (!(request.body instanceof Readable)) throw new RequestProblem('unsupported-media-type');
    try {
      return await this.files.put(request.body as AsyncIterable<Uint8Array>);
    } catch (error) {
      throw error instanceof FileRefused ? new CommandRefused(error) : error;
    }
  }

  @Get(':sha256')
  @Throttle(FILES_LIMIT)
  @Asks('getFile', 'A file that an agreement names, for those who may see the agreement')
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async file(
    @WhoAsks() asked: Asked,
    @Param('sha256') sha256: string,
    @Query() { agreement: reference }: FileQueryDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const agreementId = await this.references.idOf(asked, reference);
    const { agreement } = found(await this.queries.execute(new GetAgreement(asked, agreementId)));
    const file = filesNamedBy(agreement).find((named) => named.sha256 === sha256);
    const content = file && (await this.files.get(file.sha256));
    if (!file || !content) throw new RequestProblem('not-found');
    await sendFile(reply, file, content, agreement.number ?? agreementId);
  }
}
