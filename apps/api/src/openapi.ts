import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

import { problemModels } from './requests/documented.js';

export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Entente')
    .setDescription(
      'Cooperation agreements between organisations: what was agreed, by whom, and what comes next.',
    )
    .setVersion('1')
    .addCookieAuth('entente_session')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, config, { extraModels: problemModels });
}

/** At `/api/docs` to read, at `/api/openapi.json` for programs. */
export function serveDocument(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
  });
}
