import { describe, expect, test } from '@jest/globals';

import { en } from './en.js';
import { zh } from './zh.js';

/** Every text with the path to it. */
function texts(messages: object, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') return [[here, value] as [string, string]];
    return texts(value as object, here);
  });
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort();

describe('the two resource files', () => {
  const english = new Map(texts(en));
  const chinese = new Map(texts(zh));

  test('have identical keys', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('fill the same values into every sentence', () => {
    const differing = [...english].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(chinese.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  test('leave no text empty', () => {
    expect([...english, ...chinese].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('Chinese sentences use Chinese punctuation', () => {
    expect([...chinese].filter(([, text]) => /[\u4e00-\u9fff][,;:!?]/.test(text))).toEqual([]);
  });
});
