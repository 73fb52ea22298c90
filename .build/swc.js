import { aliases } from './aliases.js';

/**
 * What jest needs too: jest resolves modules by itself and must not have the aliases rewritten.
 *
 * @type {Required<Pick<import('@swc/core').Options, 'jsc' | 'module' | 'sourceMaps'>>}
 */
export const compilerOptions = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    target: 'es2024',
    // Fields by assignment: a DTO whose optional field was not sent must not carry it as undefined.
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
    // The older of two names for one option: Nest's builder adds it too, and both together are refused.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    experimental: { keepImportAttributes: true },
  },
  module: { type: 'nodenext', resolveFully: true },
  sourceMaps: true,
};

/** The content of `.swcrc`: a generated file, so that the aliases need no second copy. */
export function swcrc() {
  const paths = Object.fromEntries(Object.entries(aliases()).map(([alias, file]) => [alias, [`./${file}`]]));
  return {
    $schema: 'https://swc.rs/schema.json',
    ...compilerOptions,
    jsc: { ...compilerOptions.jsc, baseUrl: '.', paths },
    exclude: ['^apps/web/', '\\.spec\\.ts$'],
  };
}
