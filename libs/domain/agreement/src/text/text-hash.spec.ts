import { describe, expect, it } from '@jest/globals';
import { canonicalText } from '@entente/canonical';
import { createHash } from 'node:crypto';

import type { Section } from '../state.js';
import { textHashOf } from './text-hash.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const rendition = (text: string) => ({ heading: text, body: text, hash: sha256(text) });

const sections: readonly Section[] = [
  { sectionId: 'purpose', renditions: { zh: rendition('目的'), en: rendition('Purpose') } },
  { sectionId: 'Budget_2', renditions: { en: rendition('Budget') } },
  { sectionId: 'empty', renditions: {} },
  { sectionId: '"协\\', renditions: { zh: rendition('协') } },
];

describe('the hash of a whole text', () => {
  it('is that of the canonical list of its renditions, by section and language', () => {
    const line = (at: number, language: 'en' | 'zh') => ({
      sectionId: sections[at]?.sectionId,
      rendition: language,
      hash: sections[at]?.renditions[language]?.hash,
    });
    const list = [line(3, 'zh'), line(1, 'en'), line(0, 'en'), line(0, 'zh')];
    expect(textHashOf(sha256, sections)).toBe(sha256(canonicalText(list)));
    expect(textHashOf(sha256, [])).toBe(sha256('[]'));
  });

  it('does not depend on the order in which sections were written', () => {
    expect(textHashOf(sha256, sections.toReversed())).toBe(textHashOf(sha256, sections));
  });
});
