import type { LetterToPrint } from '@entente/application';

import { paperLetter } from './letter.js';

const letter: LetterToPrint = {
  agreementId: '40000000-0000-4000-8000-000000000001',
  agreement: {
    title: { zh: '合作意向书', en: 'Letter of intent' },
    field: { zh: '现代农业', en: 'modern agriculture' },
    number: 'LOI-2026-0001',
    sections: [
      {
        sectionId: 'purpose',
        renditions: {
          zh: { heading: '一、宗旨', body: '第一段。\r\n\r\n第二段。', hash: 'h' },
          en: { heading: '1. Purpose', body: 'One paragraph.', hash: 'h' },
        },
      },
      { sectionId: 'term', renditions: { zh: { heading: '二、期限', body: '两年。', hash: 'h' } } },
    ],
  },
  parties: [
    {
      name: { zh: '农业智库基地', en: 'Agriculture base' },
      role: { zh: '智库基地', en: 'Think tank base' },
      signatory: { zh: '主任', en: 'Director' },
    },
    {
      name: { zh: '大兴区科协' },
      role: { zh: '区科协', en: 'District association' },
      signatory: { zh: '主席', en: 'Chair' },
      instead: { zh: '副主席', en: 'Deputy chair' },
    },
  ],
  textHash: `a1b2c3d4e5f6${'0'.repeat(52)}`,
  textRevision: 12,
  textSince: '2026-12-19T16:30:00.000Z',
  zone: 'Asia/Shanghai',
  standing: 'approved',
  language: 'zh',
  format: 'pdf',
};
const on = (change: Partial<LetterToPrint>) => paperLetter({ ...letter, ...change }, 'https://e.example');

describe('a letter on paper', () => {
  it('in Chinese says who agrees, under which number, and which text it is', () => {
    const { texts, signatures, stamp, url, mark, order } = on({});
    expect(texts).toEqual([
      {
        language: 'zh',
        title: '合作意向书',
        lines: [
          '编号：LOI-2026-0001',
          '智库基地：农业智库基地',
          '区科协：大兴区科协',
          '领域：现代农业',
          '文本：第 12 版 · 2026年12月20日',
        ],
        sections: [
          { heading: '一、宗旨', paragraphs: ['第一段。', '第二段。'] },
          { heading: '二、期限', paragraphs: ['两年。'] },
        ],
      },
    ]);
    expect(signatures.map(({ party, signatory }) => [party, signatory])).toEqual([
      ['农业智库基地', '签署人：主任'],
      ['大兴区科协', '签署人：副主席'],
    ]);
    expect(stamp).toBe('LOI-2026-0001 · 第 12 版 · a1b2c3d4e5f6');
    expect(url).toBe('https://e.example/agreements/40000000-0000-4000-8000-000000000001');
    expect([mark, order]).toEqual([undefined, undefined]);
  });

  it('in English says where there is no English text, and keeps a name that has no other', () => {
    const { texts, signatures } = on({ language: 'en' });
    expect(texts[0]?.lines).toContain('District association: 大兴区科协');
    expect(texts[0]?.lines).toContain('Text: revision 12 · 20 December 2026');
    expect(texts[0]?.sections[1]).toEqual({
      heading: '',
      paragraphs: ['(This section has no English text.)'],
    });
    expect(signatures[1]?.signatory).toBe('Signatory: Deputy chair');
  });

  it('in both has the Chinese text first, says so, and has one place to sign', () => {
    const { texts, signatures, order } = on({ language: 'both' });
    expect(texts.map(({ language }) => language)).toEqual(['zh', 'en']);
    expect(order).toContain('先载中文文本');
    expect(order).toContain('the Chinese text first');
    expect(signatures.map(({ party }) => party)).toEqual(['农业智库基地\nAgriculture base', '大兴区科协']);
  });

  it('names its annexes by their hashes, after the text', () => {
    const file = { sha256: 'f'.repeat(64), size: 1, mediaType: 'application/pdf' };
    const annexes = [{ file, title: { zh: '预算表' }, attachedAt: letter.textSince }];
    const { texts } = on({ agreement: { ...letter.agreement, annexes }, language: 'en' });
    expect(texts[0]?.sections.at(-1)).toEqual({
      heading: 'Annexes',
      paragraphs: ['1. 预算表 (SHA-256 ffffffffffff)'],
    });
  });

  it('is marked while it is not to be signed, in place of a number it has not', () => {
    const { number: _number, ...unnumbered } = letter.agreement;
    const draft = on({ standing: 'draft', agreement: unnumbered, language: 'both' });
    expect(draft.mark).toBe('草案 DRAFT');
    expect(draft.stamp).toBe('草案 DRAFT · 第 12 版 revision 12 · a1b2c3d4e5f6');
    expect(on({ standing: 'void' }).mark).toBe('作废');
  });
});
