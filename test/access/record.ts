import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { page as answers } from './answers.js';
import { page as permissions } from './table.js';

const domain = path.resolve(import.meta.dirname, '../../libs/domain');
writeFileSync(path.join(domain, 'access/ACCESS.md'), permissions());
writeFileSync(path.join(domain, 'agreement/ANSWERS.md'), answers());
