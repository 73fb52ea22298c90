import { readFileSync } from 'node:fs';
import path from 'node:path';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';

import { openApiText } from './document-only.js';

const web = path.resolve(import.meta.dirname, '../../web');

describe('the committed description of the API (npm run client)', () => {
  let text: string;
  beforeAll(async () => {
    text = await openApiText();
  });

  it('is the one the controllers make', () => {
    expect(readFileSync(path.join(web, 'openapi.json'), 'utf8')).toBe(text);
  });

  it('is the one the types of the web page were made from', async () => {
    const types = `${COMMENT_HEADER}${astToString(await openapiTS(text))}`;
    expect(readFileSync(path.join(web, 'src/api/schema.ts'), 'utf8')).toBe(types);
  });

  it('refers only to what it holds', () => {
    const { components } = JSON.parse(text) as { components: { schemas: object } };
    const names = [...text.matchAll(/"#\/components\/schemas\/([^"]*)"/gu)].map(([, name]) => name);
    expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining([...new Set(names)]));
  });
});
