import { describe, expect, test } from '@jest/globals';

import { readTable } from './read-table.js';

const file = (bytes: Uint8Array<ArrayBuffer>) => ({
  name: 'table.csv',
  arrayBuffer: () => Promise.resolve(bytes.buffer),
});

describe('a table that was chosen', () => {
  test('is read as UTF-8, without its byte order mark', async () => {
    const table = await readTable(file(new TextEncoder().encode('\ufeffname_zh\r\n大兴')));
    expect(table).toEqual({ name: 'table.csv', csv: 'name_zh\r\n大兴' });
  });

  test('in another encoding is not guessed at', async () => {
    const table = await readTable(file(Uint8Array.of(0xb4, 0xf3, 0xd0, 0xcb)));
    expect(table).toEqual({ name: 'table.csv', problem: 'notUtf8' });
  });

  test('that is larger than what the API takes is not sent', async () => {
    const table = await readTable(file(new Uint8Array(900_001).fill(0x61)));
    expect(table).toEqual({ name: 'table.csv', problem: 'tooLarge' });
  });
});
