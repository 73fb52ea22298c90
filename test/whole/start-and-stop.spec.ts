import { readdirSync, readFileSync } from 'node:fs';

import { dataFolder, run, startServer } from '../support/program.js';

/** Commands of processes that mention the folder: the server, and a database left behind. */
function processesAt(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const env = readFileSync(`/proc/${pid}/environ`, 'utf8');
        return command.includes(folder) || env.includes(`DATA_DIR=${folder}`) ? [command] : [];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}

interface Board {
  readonly items: readonly { readonly number: string; readonly stage: string }[];
}

async function lettersIn(folder: string): Promise<readonly string[]> {
  const listed = await run(['list', '--json', '--space', 'demo'], { DATA_DIR: folder });
  const board = JSON.parse(listed.stdout) as Board;
  return board.items.map(({ number, stage }) => `${number} ${stage}`).sort();
}

const LETTERS = [
  'LOI-2025-0001 joint-research',
  'LOI-2025-0002 joint-research',
  'LOI-2025-0003 joint-research',
].map((line) => line.replace('2025', String(new Date().getUTCFullYear() - 1)));

describe.each(['SIGINT', 'SIGTERM'] as const)('a server asked to stop by %s', (signal) => {
  test('ends with exit code 0 and leaves no process behind', async () => {
    const folder = dataFolder();
    const { program, url } = await startServer({ DATA_DIR: folder.path });
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    // An open stream of news must not hold the server back.
    const news = await fetch(`${url}/api/session`);
    await news.arrayBuffer();
    const ended = await program.kill(signal);
    expect(ended).toMatchObject({ code: 0, signal: null });
    expect(ended.stderr).toBe('');
    expect(processesAt(folder.path)).toEqual([]);
    folder.remove();
  });
});

describe('a server that was killed', () => {
  test('starts again with every acknowledged event', async () => {
    const folder = dataFolder();
    const first = await startServer({ DATA_DIR: folder.path });
    const checked = await run(['demo', '--check', '--url', first.url, '--json'], { DATA_DIR: folder.path });
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    await first.program.kill('SIGKILL');

    const second = await startServer({ DATA_DIR: folder.path });
    const letters = await lettersIn(folder.path);
    expect(letters).toEqual(expect.arrayContaining(LETTERS));
    expect(letters.filter((letter) => letter.endsWith(' concluded'))).toHaveLength(2);
    // The demo's eight, and the one that the check went through.
    expect(letters).toHaveLength(9);
    expect(await second.program.kill('SIGTERM')).toMatchObject({ code: 0 });
    expect(processesAt(folder.path)).toEqual([]);
    folder.remove();
  });
});
