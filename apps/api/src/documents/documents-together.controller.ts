import {
  Facts,
  Files,
  LetterDocuments,
  NumberIndex,
  previewTogether,
  type Asked,
} from '@entente/application';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';

import { sendFile } from '../files/send-file.js';
import { CommandRefused } from '../problems/command-refused.js';
import { WhoAsks } from '../requests/asked.js';
import { Asks } from '../requests/documented.js';
import { DOCUMENTS_LIMIT } from '../throttling.js';
import { DocumentsQueryDto, UnprintableSignsDto, WrittenTextDto } from './document-choice.dto.js';

/** What is printed in one go: the letters chosen on the board, or those of a meeting. */
@ApiTags('documents')
@Controller('api/documents')
export class DocumentsTogetherController {
  constructor(
    private readonly facts: Facts,
    private readonly files: Files,
    private readonly documents: LetterDocuments,
    private readonly numbers: NumberIndex,
  ) {}

  @Post('unprintable-signs')
  @HttpCode(200)
  @Asks(
    'findUnprintableSigns',
    'Which signs of a text that is being written a PDF cannot show; nothing is kept',
  )
  @ApiOkResponse({ type: UnprintableSignsDto })
  async signs(@Body() { text }: WrittenTextDto): Promise<UnprintableSignsDto> {
    return { signs: await this.documents.unprintableIn(text) };
  }

  @Get()
  @Throttle(DOCUMENTS_LIMIT)
  @Asks('getDocumentsTogether', 'Several letters as one PDF, in the order given, made for this answer')
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async together(
    @WhoAsks() { viewer }: Asked,
    @Query() { agreement, language }: DocumentsQueryDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { facts, files, documents, numbers } = this;
    const ports = { store: facts.store, zone: facts.zone, definitions: facts, files, documents, numbers };
    const made = await previewTogether(ports, viewer, agreement, language);
    if ('refused' in made) throw new CommandRefused(made.refused);
    const { content, mediaType } = made;
    await sendFile(reply, { size: content.length, mediaType }, [content], `letters-${language}`);
  }
}
