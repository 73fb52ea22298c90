import pg from 'pg';

import { createTestDatabase } from '../support/postgres.js';
import { dataFolder, run, type Ended } from '../support/program.js';

const folder = dataFolder();

afterAll(() => {
  folder.remove();
});

test('a database that followed another log is refused by name, until its log is adopted', async () => {
  const database = await createTestDatabase();
  const entente = (...args: readonly string[]): Promise<Ended> =>
    run(args, {
      DATABASE_URL: database.connectionString,
      INSTALLATION_KEY: '5e'.repeat(32),
      SEALING_KEY: 'a7'.repeat(32),
      DATA_DIR: folder.path,
    });
  expect(await entente('demo')).toMatchObject({ code: 0 });
  const before = await entente('list', '--json');
  const client = new pg.Client({ connectionString: database.connectionString });
  await client.connect();
  await client.query('UPDATE platform.followed_log SET identity = gen_random_uuid()');
  await client.end();

  const refused = await entente('views');
  expect([refused.code, refused.stdout]).toEqual([1, '']);
  expect(refused.stderr).toMatch(
    /^The views of this database were made from another log .* with "entente rebuild --all --adopt-log"\.\n$/u,
  );
  expect(await entente('rebuild', '--all', '--adopt-log')).toMatchObject({ code: 0 });
  const after = await entente('list', '--json');
  const items = ({ stdout }: Ended): unknown => (JSON.parse(stdout) as { items: unknown }).items;
  expect(items(after)).toEqual(items(before));
  await database.drop();
});
