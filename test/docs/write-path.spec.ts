import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');

it('the whole way of a write stands in the four files CONTRIBUTING names, each short enough to be read', () => {
  const contributing = text('CONTRIBUTING.md').replaceAll(/\s+/gu, ' ');
  const [, told = ''] = /way of a write stands in four files: (.*?)\. [A-Z]/u.exec(contributing) ?? [];
  const files = [...told.matchAll(/`([^`]+\.ts)`/gu)].map(([, file = '']) => file);
  expect(files).toHaveLength(4);
  for (const file of files) expect([file, text(file).split('\n').length < 250]).toEqual([file, true]);
});
