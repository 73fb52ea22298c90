import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');

it('the whole way of a write stands in the four files CONTRIBUTING names, each short enough to be read', () => {
  const [, told = ''] =
    /way of a write stands in four files:(.*?)\.\s+What/su.exec(text('CONTRIBUTING.md')) ?? [];
  const files = [...told.matchAll(/`([^`]+\.ts)`/gu)].map(([, file = '']) => file);
  expect(files).toHaveLength(4);
  for (const file of files) expect([file, text(file).split('\n').length < 250]).toEqual([file, true]);
});
