import { expect, it } from '@jest/globals';
import { globSync } from 'node:fs';
import { aliases, root } from '../../.build/aliases.js';

it('every library has an alias in the one list, named after its folder', () => {
  const libraries = globSync(['libs/*/src/index.ts', 'libs/*/*/src/index.ts'], { cwd: root });
  const expected = libraries.map((file) => [`@entente/${file.split('/').at(-3) ?? ''}`, file] as const);
  expect(Object.fromEntries(expected)).toEqual(
    Object.fromEntries(expected.map(([alias]) => [alias, aliases()[alias]])),
  );
});
