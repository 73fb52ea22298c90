import { describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import { purity } from '../../.build/purity.js';

const complaints = (code: string) =>
  new Linter().verify(code, { rules: purity, languageOptions: { sourceType: 'module' } });

describe('core and domain', () => {
  it.each([
    'Date.now()',
    'new Date()',
    'Date()',
    'Math.random()',
    'Temporal.Now.instant()',
    'const { Now } = Temporal',
    'crypto.randomUUID()',
    'globalThis.crypto.randomUUID()',
    "import { randomUUID } from 'node:crypto'",
    "import { randomBytes as salt } from 'node:crypto'",
    'process.env.TZ',
    'setTimeout(() => {}, 1)',
    "fetch('https://example.org')",
    'console.log(1)',
    'performance.now()',
  ])('may not say %s', (code) => {
    expect(complaints(code)).not.toEqual([]);
  });

  it.each([
    'new Date(text)',
    'Math.max(1, 2)',
    "Temporal.PlainDate.from('2026-09-01').add({ months: 1 })",
    'Temporal.Instant.compare(one, other)',
  ])('may say %s', (code) => {
    expect(complaints(code)).toEqual([]);
  });
});
