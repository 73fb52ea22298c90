import { expect, it } from '@jest/globals';
import pg from 'pg';

import { createTestDatabase } from './postgres.js';

it('every call gives a database of its own, gone after drop', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  expect(one.connectionString).not.toBe(other.connectionString);
  await one.drop();
  const client = new pg.Client({ connectionString: one.connectionString });
  await expect(client.connect()).rejects.toMatchObject({ code: '3D000' });
  await other.drop();
});
