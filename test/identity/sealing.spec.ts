import { KeyDestroyed } from '@entente/application';
import { StoredDataKeys, StoredSeals, sealingMigrations } from '@entente/identity';
import { Database, runMigrations, StartRefused } from '@entente/platform';
import { randomBytes } from 'node:crypto';

import { createTestDatabase, type TestDatabase } from '../support/postgres.js';

const sealingKey = randomBytes(32);
const [LIN, ZHAO] = ['main.person-lin', 'main.person-zhao'];

let empty: TestDatabase;
let database: Database;
let keys: StoredDataKeys;
let seals: StoredSeals;

beforeAll(async () => {
  empty = await createTestDatabase();
  database = new Database({ url: empty.connectionString });
  await runMigrations(database, [sealingMigrations]);
  keys = await StoredDataKeys.open(database, sealingKey);
  seals = new StoredSeals(keys);
});
afterAll(async () => {
  await database.close();
  await empty.drop();
});

describe('a data key', () => {
  it('is made once, however many ask at once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => keys.keyFor('asked-at-once')));
    expect(new Set(made.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
  });

  it('is never in the table as it is', async () => {
    const key = await keys.keyFor('wrapped');
    const { rows } = await database.pool.query<{ wrapped: Buffer }>(
      "SELECT wrapped FROM sealing.data_key WHERE id = 'wrapped'",
    );
    expect(rows[0]?.wrapped.includes(Buffer.from(key))).toBe(false);
  });

  it('that was destroyed comes back neither by itself nor by being asked for', async () => {
    await keys.keyFor('destroyed');
    expect(await keys.destroy('destroyed')).toBe(true);
    expect(await keys.destroy('destroyed')).toBe(false);
    await expect(keys.keyFor('destroyed')).rejects.toThrow(KeyDestroyed);
    expect(await keys.keysOf(['destroyed', 'never-made'])).toEqual(new Map());
  });

  it('may be destroyed before it is made', async () => {
    expect(await keys.destroy('before')).toBe(true);
    await expect(keys.keyFor('before')).rejects.toThrow(KeyDestroyed);
  });

  it('of another sealing key stops the start in one sentence', async () => {
    await keys.keyFor('any');
    await expect(StoredDataKeys.open(database, randomBytes(32))).rejects.toThrow(StartRefused);
  });

  it('is bound to its id: a row that was moved to another is not read', async () => {
    await keys.keyFor('mine');
    await database.pool.query(
      "INSERT INTO sealing.data_key SELECT 'stolen', wrapped FROM sealing.data_key WHERE id = 'mine'",
    );
    await expect(keys.keysOf(['stolen'])).rejects.toThrow();
    await database.pool.query("DELETE FROM sealing.data_key WHERE id = 'stolen'");
  });
});

describe('a sealed value', () => {
  it('is read as it was, whatever it is and wherever it stands', async () => {
    const values = [{ zh: '林', en: 'Lin\n"' }, 'lin@example.org', null, [1, true], ''];
    const sealed = await seals.seal(LIN, values);
    expect(JSON.stringify(sealed)).not.toContain('example.org');
    expect(await seals.read({ people: [{ of: sealed }], plain: 1 })).toEqual({
      people: [{ of: values }],
      plain: 1,
    });
  });

  it('does not look the same twice', async () => {
    const [one, other] = await seals.seal(LIN, ['same', 'same']);
    expect(one?.sealed).not.toBe(other?.sealed);
  });

  it('is null for everybody as soon as its key is destroyed, and others stay', async () => {
    const elsewhere = new StoredSeals(await StoredDataKeys.open(database, sealingKey));
    const [zhao] = await seals.seal(ZHAO, ['赵']);
    const [lin] = await seals.seal(LIN, ['林']);
    expect(await elsewhere.read([zhao, lin])).toEqual(['赵', '林']);
    await keys.destroy(ZHAO);
    expect(await elsewhere.read([zhao, lin])).toEqual([null, '林']);
    await expect(seals.seal(ZHAO, ['赵'])).rejects.toThrow(KeyDestroyed);
  });

  it('that was changed is not read', async () => {
    const [sealed] = await seals.seal(LIN, ['林']);
    if (!sealed) throw new Error('nothing was sealed');
    const bytes = Buffer.from(sealed.sealed, 'base64url');
    bytes[14] = (bytes[14] ?? 0) ^ 1;
    await expect(seals.read({ ...sealed, sealed: bytes.toString('base64url') })).rejects.toThrow();
    await expect(seals.read({ ...sealed, sealed: 'abc' })).rejects.toThrow('cut short');
    await expect(seals.read({ ...sealed, key: 'asked-at-once' })).rejects.toThrow();
  });
});
