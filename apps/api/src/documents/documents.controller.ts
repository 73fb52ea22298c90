import type { Viewer } from '@entente/access';
import {
  documentToIssue,
  Facts,
  FileRefused,
  Files,
  IssueDocument,
  LetterDocuments,
  NumberIndex,
  previewDocument,
  unprintableSigns,
  type Asked,
  type DocumentPorts,
} from '@entente/application';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';

import { AgreementReference } from '../agreements/agreement-reference.js';
import { AgreementCommandAnswerDto } from '../fields/command-answer.js';
import { sendFile } from '../files/send-file.js';
import { CommandRefused } from '../problems/command-refused.js';
import { answerOf, type CommandAnswer } from '../requests/answer.js';
import { WhoAsks } from '../requests/asked.js';
import { Headers, type CommandHeaders } from '../requests/command-headers.js';
import { CommandSender } from '../requests/command-sender.js';
import { Asks, Commands } from '../requests/documented.js';
import { etagOf } from '../requests/etag.js';
import { DOCUMENTS_LIMIT } from '../throttling.js';
import {
  DocumentQueryDto,
  IssueDocumentDto,
  SignsQueryDto,
  UnprintableSignsDto,
} from './document-choice.dto.js';

const Reference = ApiParam({ name: 'agreement', description: 'id or reference number' });

/** A letter as a document: to look at, and to issue, which keeps it and records it. */
@ApiTags('documents')
@Controller('api/agreements/:agreement')
export class DocumentsController {
  readonly #ports: DocumentPorts;

  constructor(
    facts: Facts,
    files: Files,
    documents: LetterDocuments,
    numbers: NumberIndex,
    private readonly sender: CommandSender,
    private readonly references: AgreementReference,
  ) {
    this.#ports = { store: facts.store, zone: facts.zone, definitions: facts, files, documents, numbers };
  }

  @Get('document')
  @Throttle(DOCUMENTS_LIMIT)
  @Asks('getDocument', 'The letter as a document, made for this answer')
  @Reference
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async document(
    @WhoAsks() asked: Asked,
    @Param('agreement') reference: string,
    @Query() choice: DocumentQueryDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const agreementId = await this.references.idOf(asked, reference);
    const made = await previewDocument(this.#ports, asked.viewer, agreementId, choice);
    if ('refused' in made) throw new CommandRefused(made.refused);
    const { content, mediaType, number = agreementId } = made;
    await sendFile(reply, { size: content.length, mediaType }, [content], `${number}-${choice.language}`);
  }

  @Get('unprintable-signs')
  @Asks('getUnprintableSigns', 'What of the letter its PDF cannot show')
  @Reference
  @ApiOkResponse({ type: UnprintableSignsDto })
  async unprintable(
    @WhoAsks() asked: Asked,
    @Param('agreement') reference: string,
    @Query() { language }: SignsQueryDto,
  ): Promise<UnprintableSignsDto> {
    const agreementId = await this.references.idOf(asked, reference);
    const found = await unprintableSigns(this.#ports, asked.viewer, agreementId, language);
    if ('refused' in found) throw new CommandRefused(found.refused);
    return found;
  }

  @Post('issue-document')
  @HttpCode(200)
  @Throttle(DOCUMENTS_LIMIT)
  @Commands('issueDocument', 'Make the letter into a document, keep it and record it')
  @Reference
  @ApiOkResponse({ type: AgreementCommandAnswerDto })
  async issue(
    @WhoAsks() asked: Asked,
    @Headers() headers: CommandHeaders,
    @Param('agreement') reference: string,
    @Body() choice: IssueDocumentDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer & { readonly agreementId: string }> {
    const { viewer } = asked;
    const agreementId = await this.references.idOf(asked, reference);
    const command = await this.#kept(viewer, agreementId, choice);
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    const accepted = await this.sender.send(IssueDocument, viewer, header, agreementId, command);
    void reply.header('etag', etagOf(accepted.revision));
    return { agreementId, ...answerOf(accepted) };
  }

  async #kept(viewer: Viewer, agreementId: string, choice: IssueDocumentDto): Promise<IssueDocument['body']> {
    try {
      const command = await documentToIssue(this.#ports, viewer, agreementId, choice);
      if ('refused' in command) throw new CommandRefused(command.refused);
      return command;
    } catch (error) {
      throw error instanceof FileRefused ? new CommandRefused(error) : error;
    }
  }
}
