import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { dataFolder, run, startServer, type Ended, type Program } from '../support/program.js';
import { CommandsInOne } from './commands-in-one.js';

interface Replay {
  readonly revision: number;
  readonly lastRevision: number;
  readonly recordedAt: string;
  readonly stateHash: string;
  readonly agreement: { readonly stage: string; readonly parties: readonly unknown[] };
}

interface Board {
  readonly items: readonly { readonly number: string; readonly stage: string }[];
}

const folder = dataFolder();
const environment = { DATA_DIR: folder.path, LANG: 'en_US.UTF-8' };
let number = '';
let program: Program;
let commands: CommandsInOne;

/** In a process of its own, as people do: once for each command. */
function entente(...args: readonly string[]): Promise<Ended> {
  return run(args, environment);
}

async function letters(): Promise<Board['items']> {
  return (await data<Board>('list')).items;
}

async function reminderFates(): Promise<ReadonlySet<string>> {
  const { items } = await data<{ items: { status: string }[] }>('reminders', '--limit', '100');
  return new Set(items.map(({ status }) => status));
}

async function data<Data>(...args: readonly string[]): Promise<Data> {
  return read(await commands.run(...args, '--json')) as Data;
}

function read(ended: Ended): unknown {
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(ended.stdout);
}

/** Beside a running server, whose reminder is out; one command is run without it at the end. */
beforeAll(async () => {
  ({ program } = await startServer({ DATA_DIR: folder.path }));
  commands = await CommandsInOne.start(environment);
  while (!(await reminderFates()).has('sent')) await new Promise((resolve) => setTimeout(resolve, 200));
  const board = await data<Board>('list', '--stage', 'joint-research');
  number = board.items[0]?.number ?? '';
});

afterAll(async () => {
  const { noise } = await commands.stop();
  await program.kill('SIGTERM');
  expect(noise).toBe('');
  folder.remove();
});

describe('entente list', () => {
  test('shows the letters in columns', async () => {
    const { stdout, code } = await entente('list');
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toMatch(/^NUMBER +STAGE +SINCE +DUE +TITLE$/u);
    expect(stdout).toMatch(new RegExp(`^${number} +Joint research `, 'mu'));
  });

  test('finds a letter by a Chinese word of its title', async () => {
    const { items } = await data<{ items: { title: { zh: string } }[] }>('list', '--search', '智慧城市');
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ title }) => title.zh.includes('智慧城市'))).toBe(true);
  });

  test('refuses a stage that is none', async () => {
    const { code, stderr } = await commands.run('list', '--stage', 'sleeping');
    expect(code).toBe(1);
    expect(stderr).toMatch(/it is one of drafting, signing/iu);
  });
});

describe('entente show', () => {
  test('tells one letter and its history', async () => {
    const { stdout, code } = await entente('show', number);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Stage +Joint research/iu);
    expect(stdout).toMatch(/History, newest first/u);
  });

  test('says when there is no such letter', async () => {
    expect(await entente('show', 'LOI-1999-0001')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'There is no agreement LOI-1999-0001 in space demo.\n',
    });
  });
});

describe('entente replay', () => {
  test('prints the state after a revision, the same each time', async () => {
    const first = await data<Replay>('replay', number, '--at-revision', '5');
    expect(first).toMatchObject({ revision: 5, agreement: { stage: 'drafting' } });
    expect(await data<Replay>('replay', number, '--at-revision', '5')).toEqual(first);
    const { stdout } = await entente('replay', number, '--at-revision', '5');
    expect(stdout).toContain(first.stateHash);
  });

  test('prints the state at an instant', async () => {
    const signed = await data<Replay>('replay', number, '--at-revision', '1000');
    expect(signed).toMatchObject({ revision: signed.lastRevision, agreement: { stage: 'joint-research' } });
    const then = await data<Replay>('replay', number, '--at', signed.recordedAt);
    expect(then.stateHash).toBe(signed.stateHash);
    const later = await data<Replay>('replay', number, '--at', signed.recordedAt.replace('Z', '-00:01'));
    expect(later.revision).toBe(signed.revision);
  });

  test('has no effect', async () => {
    const before = await letters();
    await commands.run('replay', number, '--at-revision', '3');
    expect(await letters()).toEqual(before);
  });

  test('refuses two moments, none, and one before the beginning', async () => {
    for (const moment of [[], ['--at-revision', '1', '--at', '2026-01-01T00:00:00Z']]) {
      const { code, stderr } = await commands.run('replay', number, ...moment);
      expect([code, stderr]).toEqual([1, expect.stringMatching(/either --at-revision or --at/u)]);
    }
    const { code, stderr } = await commands.run('replay', number, '--at', '2001-01-01T00:00:00Z');
    expect([code, stderr]).toEqual([1, `${number} had not been proposed yet at that moment.\n`]);
  });
});

describe('entente calendar', () => {
  const demo = ['--space', 'demo'];

  test('imports a country once it was seen, lists it, and proposes nothing that does not change', async () => {
    const years = ['--country', 'DE', '--from', '2026', '--to', '2027', ...demo];
    const seen = await commands.run('calendar', 'import', ...years, '--dry-run');
    expect(seen.stdout).toMatch(/^\+ 2027-10-03 +holiday/mu);
    expect(await commands.run('calendar', 'import', ...years)).toMatchObject({ code: 0 });
    const listed = await data<{ id: string; version: number }[]>('calendar', 'list', ...demo);
    expect(listed).toMatchObject([{ id: 'cn' }, { id: 'de', version: 1 }]);
    const { stdout } = await entente('calendar', 'proposals', 'de', ...demo);
    expect(stdout).toMatch(/^0 deadlines of 0 agreements would change with de@1/u);
  });

  test('tells the faults of a file by their lines', async () => {
    const file = path.join(folder.path, 'days.csv');
    writeFileSync(file, 'date,name_zh\n2027-02-30,一\n');
    const { code, stdout } = await commands.run('calendar', 'check', 'cn', file, ...demo);
    expect([code, stdout]).toEqual([1, 'line 2, date: There is no such date.\n']);
  });
});

describe('entente rebuild', () => {
  test('gives the rows there were', async () => {
    const before = await letters();
    const rebuilt = await entente('rebuild', 'agreement-board');
    expect(rebuilt).toMatchObject({ code: 0 });
    expect(rebuilt.stdout).toMatch(/^agreement-board: the same rows \(content [0-9a-f]{16}\)\.\n$/u);
    expect(rebuilt.stderr).toMatch(/Events into agreement-board: \d+/u);
    expect(await letters()).toEqual(before);
  });

  test('adopts a log with all views only', async () => {
    const { code, stderr } = await commands.run('rebuild', 'agreement-board', '--adopt-log');
    expect([code, stderr]).toEqual([1, '--adopt-log makes every view anew: say --all with it.\n']);
  });

  test('names the views when the name is wrong', async () => {
    const { code, stderr } = await commands.run('rebuild', 'boards');
    expect(code).toBe(1);
    expect(stderr).toMatch(/agreement-board, .*agreement-history, .*directory/u);
  });
});

describe('entente views', () => {
  test('shows how far every view and automation is', async () => {
    const views = await data<{ name: string; kind: string; parked: number; failure: null }[]>('views');
    expect(views).toContainEqual(
      expect.objectContaining({ name: 'agreement-board', kind: 'view', parked: 0, failure: null }),
    );
    expect((await entente('views')).stdout).toMatch(/^NAME +KIND +VERSION +POSITION +LAG +PARKED +STATE\n/u);
  });
});

describe('entente parked', () => {
  test('lists what is left out, which is nothing', async () => {
    expect(await entente('parked', 'list')).toMatchObject({ code: 0, stderr: 'Nothing is parked.\n' });
    expect(await data('parked', 'list')).toEqual([]);
    expect(await entente('parked', 'retry', '--all')).toMatchObject({ code: 0, stdout: '' });
  });

  test('wants to be told what to retry', async () => {
    const { code, stderr } = await commands.run('parked', 'retry');
    expect([code, stderr]).toEqual([1, 'Say what to retry: either --all, or --view, --stream or both.\n']);
  });
});

describe('entente reminders', () => {
  test('shows what is planned and what was sent', async () => {
    expect(await reminderFates()).toEqual(new Set(['planned', 'sent', 'closed', 'missed']));
  });
});

describe('entente import organisations', () => {
  const HEADER = 'name_zh,registration_code,position_zh,roles,person_zh,email,from';
  const ROW =
    '"海淀区科协, 机关",13110108400000000A,主席,representative;signatory,钱进,qian@haidian.example,2026-01-05';
  const file = (name: string, content: string | Buffer): string => {
    const place = path.join(folder.path, name);
    writeFileSync(place, content);
    return place;
  };
  const bring = (place: string, ...options: readonly string[]): Promise<Ended> =>
    commands.run('import', 'organisations', place, '--space', 'demo', ...options);

  test('says first what it would do, does it once, and the second time nothing', async () => {
    const table = file('haidian.csv', `\ufeff${HEADER}\r\n${ROW}\r\n`);
    const news = 'from 1 row: 1 organisation, 1 person, 1 position.\n';
    const dry = { code: 0, stdout: `Would record ${news}`, stderr: '' };
    expect(await bring(table, '--dry-run')).toMatchObject(dry);
    const recorded = await entente('import', 'organisations', table, '--space', 'demo');
    expect(recorded).toMatchObject({ code: 0, stdout: `Recorded ${news}` });
    expect(await bring(table)).toMatchObject({
      code: 0,
      stdout: 'Recorded from 1 row: 0 organisations, 0 people, 0 positions.\n',
    });
  });

  test('names line and column of every fault', async () => {
    const table = file('faulty.csv', `${HEADER}\n门头沟区科协,!!,主席,king,李雷,,2026-01-05\n`);
    const { code, stdout, stderr } = await bring(table);
    expect([code, stderr]).toEqual([1, '2 faults; put them right and import the file again.\n']);
    expect(stdout).toMatch(/^line 2, registration_code: .*\(invalid-registration-code\)$/mu);
    expect(stdout).toMatch(/^line 2, roles: .*\(unknown-position-role\)$/mu);
  });

  test('takes no file that is not there, not UTF-8 or no CSV', async () => {
    const gb18030 = file(
      'gb.csv',
      Buffer.concat([Buffer.from('name_zh\n'), Buffer.from([0xb4, 0xf3, 0xd0, 0xcb])]),
    );
    const missing = path.join(folder.path, 'missing.csv');
    for (const [place, why] of [
      [missing, `${missing} cannot be read (ENOENT).\n`],
      [folder.path, `${folder.path} cannot be read (EISDIR).\n`],
      [gb18030, `${gb18030} is not UTF-8: save it as "CSV UTF-8".\n`],
      [file('open.csv', 'name_zh\n"open'), 'Line 2 is no CSV.\n'],
    ] as const) {
      expect(await bring(place)).toMatchObject({ code: 1, stdout: '', stderr: why });
    }
  });
});

describe('entente reminders', () => {
  test('tells what goes out next', async () => {
    const { items } = await data<{ items: { status: string; at: string }[] }>('reminders', 'next');
    expect(new Set(items.map(({ status }) => status))).toEqual(new Set(['planned']));
    expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).toSorted());
    const all = await commands.run('reminders');
    expect(all.stdout).toBe((await commands.run('reminders', 'plan')).stdout);
  });

  test('compares the queue with the plan', async () => {
    await commands.run('reminders', 'reconcile');
    expect(await data('reminders', 'reconcile')).toMatchObject({ missing: 0, surplus: 0 });
    expect((await commands.run('reminders', 'reconcile')).stdout).toMatch(/^WANTED +WERE MISSING/u);
  });

  test('tells what went out late', async () => {
    const late = await data<{ lateMinutes: number }[]>('reminders', 'outage', '--minutes', '1');
    for (const { lateMinutes } of late) expect(lateMinutes).toBeGreaterThanOrEqual(1);
    expect(await data('reminders', 'outage', '--since', '2999-01-01T00:00:00Z')).toEqual([]);
    expect(await commands.run('reminders', 'outage', '--since', '2999-01-01T00:00:00Z')).toMatchObject({
      code: 0,
    });
  });
});

describe('entente reminders answer', () => {
  let of: readonly [string, string] = ['', ''];
  let position = '';
  const answer = (what: string, ...more: readonly string[]) =>
    commands.run('reminders', 'answer', what, ...of, ...more);

  beforeAll(async () => {
    const { items } = await data<{
      items: { number: string; deadlineId: string; status: string; step: string }[];
    }>('reminders', '--limit', '100');
    const open = items.find(({ status, step }) => status === 'planned' && step === 'remind-2');
    of = [open?.number ?? '', open?.deadlineId ?? ''];
    const people = await data<{ items: { positionId: string }[] }>('reminders', 'people', ...of);
    position = people.items[0]?.positionId ?? '';
  });

  test('names who is reminded, and asks whose duty is meant where there are several', async () => {
    const people = await commands.run('reminders', 'people', ...of);
    expect(people.stdout).toMatch(/^POSITION +TITLE +PERSON/u);
    const { code, stderr } = await answer('acknowledge', '--position', 'nobody');
    expect([code, stderr]).toEqual([1, expect.stringContaining(position)]);
  });

  test('records what they said, once', async () => {
    const said = await data<{ events: object[] }>(
      ...['reminders', 'answer', 'acknowledge', ...of, '--position', position],
    );
    expect(said.events).toMatchObject([
      { type: 'ReminderAcknowledged', data: { positionId: position, via: 'operator' } },
    ]);
    const again = await answer('acknowledge', '--position', position);
    expect(again).toMatchObject({ code: 0, stdout: 'That is on record already.\n' });
    const told = await answer('told', 'phone', '--promised', '--position', position);
    expect(told).toMatchObject({ code: 0, stdout: 'Recorded.\n', stderr: '' });
    const back = await answer('hand-over', '--word', 'Ask the clerk.', '--position', position);
    expect(back).toMatchObject({ code: 0, stdout: 'Recorded.\n', stderr: '' });
  });

  test('says why it is refused', async () => {
    const { code, stderr } = await answer('snooze', '2020-01-01', '--position', position);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/20\d\d/u)]);
    const unknown = await commands.run('reminders', 'answer', 'acknowledge', of[0], 'nothing-1');
    expect(unknown.stderr).toContain(of[1]);
    expect((await answer('told', 'drums')).code).not.toBe(0);
  });
});

describe('entente', () => {
  test('says of each command what it does', async () => {
    const names = [
      'start',
      'demo',
      'migrate',
      'list',
      'show',
      'replay',
      'rebuild',
      'reminders',
      'views',
      'parked',
    ];
    const ofItsOwn = await entente('list', '--help');
    for (const name of names) {
      const help = await commands.run(name, '--help');
      expect([help.code, help.stderr]).toEqual([0, '']);
      expect(help.stdout).toMatch(new RegExp(`^Usage: entente ${name}`, 'u'));
      if (name === 'list') expect(ofItsOwn).toEqual(help);
    }
  });

  test('refuses a command that it does not know', async () => {
    const { code, stderr } = await entente('dance');
    expect(code).toBe(1);
    expect(stderr).toMatch(/unknown command 'dance'/u);
  });

  test('plays the demo again without a change', async () => {
    const before = await letters();
    expect(await entente('demo')).toMatchObject({ code: 0 });
    expect(await letters()).toEqual(before);
  });

  test('migrates what is up to date', async () => {
    expect(await entente('migrate')).toMatchObject({ code: 0, stdout: 'The database is up to date.\n' });
  });

  test('reads the same when no server is running', async () => {
    const before = await letters();
    await program.kill('SIGTERM');
    const board = read(await entente('list', '--json')) as Board;
    expect(board.items).toEqual(before);
  });
});
