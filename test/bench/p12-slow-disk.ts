import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { compared, type Bench, type BenchOptions } from './bench.js';
import { ententeAppender, POOL, rawAppender } from './contenders.js';
import { appending, comparison } from './p01-append.js';
import { durableServer } from './server.js';

const DELAY_MS = 2;

/** Loaded before the C library by the server and nobody else: every flush takes longer, as on a slow disk. */
const SHIM = `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>
static int slowly(const char *name, int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  usleep(${DELAY_MS * 1000});
  return real(fd);
}
int fsync(int fd) { return slowly("fsync", fd); }
int fdatasync(int fd) { return slowly("fdatasync", fd); }
`;

export const bench: Bench = {
  ids: ['P12'],
  title: `append on a slow disk (+${DELAY_MS} ms per flush)`,
  async run({ quick, say }: BenchOptions) {
    const shim = compileShim();
    if (shim === undefined) {
      return { columns: ['what'], rows: [['not run']], notes: ['It needs a C compiler named cc.'] };
    }
    await using server = await durableServer({ LD_PRELOAD: shim });
    await using entente = await ententeAppender(await server.database('slow_entente'));
    await using raw = await rawAppender(await server.database('slow_raw'));
    const inFlight = 64;
    say(`${inFlight} in flight`);
    const alone = await appending(raw, 1, 500).round();
    if (alone.p50 < DELAY_MS) throw new Error(`a flush takes ${alone.p50} ms: the server is not slowed`);
    const ms = quick ? 250 : 4_000;
    const rates = await compared([entente, raw].map((appender) => appending(appender, inFlight, ms)));
    return {
      ...comparison([{ inFlight, rates }]),
      notes: [`${server.version}, pools of ${POOL} connections. Target: ÷ raw pg ≥ 1.3×.`],
    };
  },
};

function compileShim(): string | undefined {
  const compiler = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'cc'))
    .find(existsSync);
  if (compiler === undefined) return undefined;
  // Under a folder that the server's user may read, too.
  const folder = mkdtempSync(path.join(tmpdir(), 'entente-slow-'));
  execFileSync('chmod', ['755', folder]);
  const [source, library] = [path.join(folder, 'slow.c'), path.join(folder, 'slow.so')];
  writeFileSync(source, SHIM);
  execFileSync(compiler, ['-shared', '-fPIC', '-o', library, source, '-ldl']);
  return library;
}
