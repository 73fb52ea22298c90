import module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './aliases.js';
import { buildOrExit } from './build.js';
import { endWithShell } from './end-with-shell.js';
import { requireNode } from './node-version.js';

requireNode();
await buildOrExit(process.argv[2] === 'start' ? ['server', 'web'] : ['server']);

// Loading and compiling what is installed is most of what a short command waits for.
module.enableCompileCache(path.join(root, 'node_modules/.cache/compiled'));
module.setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });

// In this very process: one process less between the command and whoever sends it a signal.
endWithShell();
const main = path.join(root, 'dist/bundle/cli.js');
process.argv[1] = main;
await import(pathToFileURL(main).href);
