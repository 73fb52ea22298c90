import react from '@vitejs/plugin-react';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

import { aliases } from '../../.build/aliases.js';

const root = path.resolve(import.meta.dirname, '../..');
const api = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;

/** Compressed once at build time, at the highest level, instead of by the server at each request. */
function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    writeBundle({ dir }) {
      if (dir === undefined) return;
      for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|html|svg)$/.test(entry.name)) continue;
        const file = path.join(entry.parentPath, entry.name);
        const content = readFileSync(file);
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
        writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}

const FIRST = path.join(import.meta.dirname, 'src/main.ts');
const START = path.join(import.meta.dirname, 'src/app/start.tsx');

interface Graph {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}

/** What a module needs before it can run. */
function neededBy(id: string, graph: Graph, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(id)) return known;
  known.add(id);
  for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) neededBy(imported, graph, known);
  return known;
}

/** All that a module needs in one file, instead of one for each set of pages that share a part of it. */
const inOneFile = (
  name: string,
  first: string,
): { readonly name: (id: string, graph: Graph) => string | null; readonly debugName: string } => {
  let ids: ReadonlySet<string> | undefined;
  return {
    name: (id, graph) => ((ids ??= neededBy(first, graph)).has(id) ? name : null),
    debugName: name,
  };
};

/** What every page begins with is asked for by the page itself, not by the script that comes first. */
function preloaded(): Plugin {
  return {
    name: 'preloaded',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const start = chunks.find(({ facadeModuleId, moduleIds }) =>
          [facadeModuleId, ...moduleIds].includes(START),
        );
        if (!start) throw new Error('the page begins with src/app/start.tsx');
        const needed = [start, ...chunks.filter(({ fileName }) => start.imports.includes(fileName))];
        const styles = new Set(needed.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
        return [
          ...needed.map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
          })),
          ...[...styles].map((fileName) => ({
            tag: 'link',
            attrs: { rel: 'stylesheet', crossorigin: true, href: `/${fileName}` },
          })),
        ];
      },
    },
  };
}

const { '@entente/text-diff': textDiff = '' } = aliases();

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), preloaded(), precompressed()],
  resolve: { alias: { '@entente/text-diff': path.join(root, textDiff) } },
  server: { proxy: { '/api': api } },
  build: {
    outDir: path.join(root, 'dist/apps/web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: { groups: [inOneFile('first', FIRST), inOneFile('start', START)] } },
    },
  },
});
