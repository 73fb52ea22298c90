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

const { '@entente/text-diff': textDiff = '' } = aliases();

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), precompressed()],
  resolve: { alias: { '@entente/text-diff': path.join(root, textDiff) } },
  server: { proxy: { '/api': api } },
  build: {
    outDir: path.join(root, 'dist/apps/web'),
    emptyOutDir: true,
    target: 'es2022',
  },
});
