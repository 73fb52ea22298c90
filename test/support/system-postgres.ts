import type { PostgresBinaries } from '@entente/platform';
import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { found, needs } from './needs.js';

/** The PostgreSQL that this machine's package manager installed. */
export function systemPostgres(): PostgresBinaries {
  const folder = found(needs.postgresql);
  const program = (name: string): string => path.join(folder, name);
  const version = execFileSync(program('postgres'), ['--version'], { encoding: 'utf8' });
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    majorVersion: Number(/\s(\d+)/u.exec(version)?.[1]),
  };
}
