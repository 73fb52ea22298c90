import type { WorkflowDefinition } from '@entente/agreement';
import { sql, type Kysely } from 'kysely';

export const DEFINITIONS = 'definitions';

/** One published version of a workflow definition. */
export interface DefinitionsTable {
  stream: string;
  version: number;
  space: string;
  name: string;
  definition: WorkflowDefinition;
}

export async function createDefinitions(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE views.definitions (
      stream text COLLATE "C" NOT NULL,
      version integer NOT NULL,
      space text COLLATE "C" NOT NULL,
      name text COLLATE "C" NOT NULL,
      definition jsonb NOT NULL,
      PRIMARY KEY (stream, version)
    )`.execute(database);
  await sql`CREATE INDEX ON views.definitions (space, name, version)`.execute(database);
}
