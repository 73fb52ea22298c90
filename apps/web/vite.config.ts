import react from '@vitejs/plugin-react';
import path from 'node:path';
import { defineConfig } from 'vite';
import { aliases, root } from '../../.build/aliases.js';

const api = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: {
    alias: Object.fromEntries(
      Object.entries(aliases()).map(([alias, file]) => [alias, path.join(root, file)]),
    ),
  },
  server: { proxy: { '/api': api } },
  build: {
    outDir: path.join(root, 'dist/apps/web'),
    emptyOutDir: true,
  },
});
