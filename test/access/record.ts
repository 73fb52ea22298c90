import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { page } from './table.js';

writeFileSync(path.resolve(import.meta.dirname, '../../libs/domain/access/ACCESS.md'), page());
