import { answer, client } from './client.js';
import type { MigrateLetters, MigrationPage, Publication } from './types.js';
import { written } from './writing.js';

/** What is wrong with it; nothing is published. */
export const checkDefinition = (definition: Record<string, unknown>): Promise<Publication> =>
  answer(client.POST('/api/definitions', { params: { query: { dryRun: true } }, body: definition }));

export const publishDefinition = (definition: Record<string, unknown>, key: string) =>
  written(answer(client.POST('/api/definitions', { body: definition, headers: { 'Idempotency-Key': key } })));

/** One page of them; `next` says after which one to go on. */
export const migrateLetters = (
  definition: string,
  body: MigrateLetters,
  key: string,
): Promise<MigrationPage> =>
  answer(
    client.POST('/api/definitions/{definition}/migrate', {
      params: { path: { definition } },
      body,
      headers: { 'Idempotency-Key': key },
    }),
  );
