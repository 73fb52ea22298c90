import {
  DataKeys,
  DemoClock,
  Facts,
  Files,
  HolidaySource,
  LetterDocuments,
  NameDirectory,
  NumberIndex,
  OpenedLinks,
  ViewerDirectory,
} from '@entente/application';
import { HealthChecks, silentLog } from '@entente/platform';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

import { ApiModule } from './app.module.js';
import { openApiDocument } from './openapi.js';

const ports = [
  CommandBus,
  QueryBus,
  DataKeys,
  DemoClock,
  Facts,
  Files,
  HolidaySource,
  LetterDocuments,
  NameDirectory,
  NumberIndex,
  OpenedLinks,
  ViewerDirectory,
  HealthChecks,
];

/** Stands where the engine would. */
@Module({})
class NothingBehind {}

/** The document as text, made from the decorators alone: nothing is connected, not even constructed. */
export async function openApiText(): Promise<string> {
  const api = ApiModule.forRoot(
    {
      production: false,
      mail: 'outbox',
      publicUrl: 'http://127.0.0.1:3000',
      webRoot: undefined,
    },
    silentLog,
  );
  const engine = {
    module: NothingBehind,
    global: true,
    providers: ports.map((port) => ({ provide: port, useValue: {} })),
    exports: ports,
  };
  const module = { ...api, imports: [engine, ...(api.imports ?? [])] };
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    preview: true,
    logger: ['error'],
    abortOnError: false,
  });
  try {
    return `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
  } finally {
    await app.close();
  }
}
