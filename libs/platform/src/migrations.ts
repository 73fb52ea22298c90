import { sql, type Generated } from 'kysely';

import type { MigrationSet } from './database/migrations.js';

/** What the consumer runtime and the clocks keep. */
export const platformMigrations: MigrationSet = {
  name: 'platform',
  schema: 'platform',
  migrations: {
    '0001-checkpoint': {
      async up(db) {
        await sql`
          CREATE TABLE platform.checkpoint (
            name text COLLATE "C" PRIMARY KEY,
            kind text NOT NULL CHECK (kind IN ('view', 'reactor')),
            -- Of the code that made the rows; 0 before there were any.
            version integer NOT NULL,
            position text COLLATE "C",
            updated_at timestamptz NOT NULL DEFAULT now(),
            failure_cause text,
            failure_stream text,
            failure_position text COLLATE "C",
            failure_since timestamptz,
            failure_attempts integer NOT NULL DEFAULT 0
          ) WITH (fillfactor = 50)`.execute(db);
      },
    },
    '0002-space-clock': {
      async up(db) {
        await sql`
          CREATE TABLE platform.space_clock (
            space text PRIMARY KEY CHECK (space = 'demo'),
            offset_ms bigint NOT NULL
          )`.execute(db);
        await sql`
          CREATE FUNCTION platform.entente_now(of_space text) RETURNS text LANGUAGE sql VOLATILE AS $$
            SELECT to_char(
              date_trunc('milliseconds', clock_timestamp() + make_interval(secs => coalesce(
                (SELECT offset_ms FROM platform.space_clock WHERE space = of_space), 0) / 1000.0)) AT TIME ZONE 'UTC',
              'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
          $$`.execute(db);
      },
    },
    '0003-parked': {
      async up(db) {
        await sql`
          CREATE TABLE platform.parked (
            consumer text COLLATE "C" NOT NULL,
            stream text COLLATE "C" NOT NULL,
            from_position text COLLATE "C" NOT NULL,
            revision integer NOT NULL,
            event_type text,
            reason text NOT NULL,
            cause text NOT NULL,
            since timestamptz NOT NULL DEFAULT now(),
            attempts integer NOT NULL DEFAULT 1,
            tried_at timestamptz NOT NULL DEFAULT now(),
            PRIMARY KEY (consumer, stream)
          )`.execute(db);
        await sql`ALTER TABLE platform.checkpoint ADD COLUMN parked integer NOT NULL DEFAULT 0`.execute(db);
        await sql`
          CREATE TABLE platform.followed_log (
            one boolean PRIMARY KEY DEFAULT true CHECK (one),
            -- EventStore.identity of the log that the checkpoints are places of.
            identity uuid NOT NULL
          )`.execute(db);
      },
    },
    '0004-rebuild': {
      async up(db) {
        // Unlogged like the tables it speaks of: a crash of the server empties both.
        await sql`
          CREATE UNLOGGED TABLE platform.rebuild (
            consumer text COLLATE "C" PRIMARY KEY,
            version integer NOT NULL,
            -- Streams are read one by one up to up_to, the last one was after_stream; then the log, up to position.
            up_to text COLLATE "C",
            after_stream text COLLATE "C",
            position text COLLATE "C",
            events bigint NOT NULL DEFAULT 0,
            started_at timestamptz NOT NULL DEFAULT now()
          )`.execute(db);
      },
    },
    '0005-rebuild-order': {
      async up(db) {
        // Streams came by name before and come as they began since: after_stream meant another place.
        await sql`DELETE FROM platform.rebuild WHERE position IS NULL AND after_stream IS NOT NULL`.execute(
          db,
        );
      },
    },
  },
};

export interface PlatformTables {
  'platform.checkpoint': CheckpointTable;
  'platform.parked': ParkedTable;
  'platform.followed_log': FollowedLogTable;
  'platform.rebuild': RebuildTable;
  'platform.space_clock': SpaceClockTable;
}

export interface CheckpointTable {
  name: string;
  kind: 'view' | 'reactor';
  version: number;
  position: string | null;
  updated_at: Date;
  failure_cause: string | null;
  failure_stream: string | null;
  failure_position: string | null;
  failure_since: Date | null;
  failure_attempts: number;
  parked: Generated<number>;
}

export interface ParkedTable {
  consumer: string;
  stream: string;
  from_position: string;
  revision: number;
  event_type: string | null;
  reason: 'unreadable-event' | 'unknown-event' | 'failed';
  cause: string;
  since: Generated<Date>;
  attempts: Generated<number>;
  tried_at: Generated<Date>;
}

export interface RebuildTable {
  consumer: string;
  version: number;
  up_to: string | null;
  after_stream: string | null;
  position: string | null;
  events: Generated<number>;
  started_at: Generated<Date>;
}

export interface FollowedLogTable {
  one: Generated<boolean>;
  identity: string;
}

export interface SpaceClockTable {
  space: string;
  offset_ms: number;
}
