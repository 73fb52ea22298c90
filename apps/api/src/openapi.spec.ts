import { readFileSync } from 'node:fs';
import path from 'node:path';
import '@nestjs/common';
import '@nestjs/core';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';

const web = path.resolve(import.meta.dirname, '../../web');

describe('the committed description of the API (npm run client)', () => {
  let text: string;
  beforeAll(async () => {
    // Jest runs CommonJS (throttler) while it links; only once Nest has been loaded can that require it.
    const { openApiText } = await import('./document-only.js');
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
