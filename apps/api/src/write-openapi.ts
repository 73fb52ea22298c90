import { writeFileSync } from 'node:fs';

import { openApiText } from './document-only.js';

/** Run by `npm run client`, with the file to write. */
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('no file was named to write the description of the API to');
writeFileSync(file, await openApiText());
