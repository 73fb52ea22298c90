import { definitionOf } from '@entente/agreement';
import type { LetterToPrint } from '@entente/application';
import { unzipSync } from 'fflate';

import { readPdf } from '../../../../test/support/pdf-text.js';
import { LetterMaker } from './letter-maker.js';

const maker = new LetterMaker('https://entente.example.org');
const template = definitionOf('letter-of-intent@1')?.template ?? [];
const sections = template.map(({ sectionId, renditions: { zh, en } }) => ({
  sectionId,
  renditions: { ...(zh ? { zh: { ...zh, hash: 'h' } } : {}), ...(en ? { en: { ...en, hash: 'h' } } : {}) },
}));
const party = (zh: string, en: string) => ({
  name: { zh, en },
  role: { zh: '合作方', en: 'Party' },
  signatory: { zh: '主任', en: 'Director' },
});
const letter: LetterToPrint = {
  agreementId: '40000000-0000-4000-8000-000000000001',
  agreement: { title: { zh: '合作意向书', en: 'Letter of intent' }, number: 'LOI-2026-0001', sections },
  parties: [party('农业智库基地', 'Agriculture base'), party('大兴区科协', 'Daxing District')],
  textHash: 'a1b2c3d4e5f6'.padEnd(64, '0'),
  textRevision: 12,
  textSince: '2026-12-20T08:15:00.000Z',
  zone: 'Asia/Shanghai',
  standing: 'approved',
  language: 'both',
  format: 'pdf',
};
const body = (at: number, language: 'zh' | 'en'): string => sections[at]?.renditions[language]?.body ?? '';
/** Where a line ends, the space is gone. */
const closed = (text: string): string => text.replaceAll(' ', '');

describe('a PDF', () => {
  it('says every word of the letter, in signs that can be copied, from fonts it brings along', async () => {
    const { content, mediaType } = await maker.make(letter);
    expect(mediaType).toBe('application/pdf');
    const { pages, fonts, embedded, links } = readPdf(content);
    const said = closed(pages.join(''));
    for (const at of sections.keys()) {
      expect(said).toContain(closed(body(at, 'zh')));
      // A page ends in the midst of a text with its footer.
      expect(said).toContain(closed(body(at, 'en')).slice(0, 120));
    }
    expect(said.indexOf('合作意向书')).toBeLessThan(said.indexOf('Letterofintent'));
    expect(said).not.toContain('�');
    expect(embedded).toBe(fonts);
    pages.forEach((page, at) => {
      expect(page).toContain('LOI-2026-0001 · 第 12 版 revision 12 · a1b2c3d4e5f6');
      expect(page).toContain(`${at + 1} / ${pages.length}`);
    });
    expect(new Set(links)).toEqual(new Set([`https://entente.example.org/agreements/${letter.agreementId}`]));
  });

  it('of the same letter is the same, byte by byte, and not that of another', async () => {
    const chinese = { ...letter, language: 'zh' } as const;
    const [one, again, other] = await Promise.all(
      [chinese, chinese, { ...chinese, standing: 'draft' } as const].map((each) => maker.make(each)),
    );
    expect(Buffer.compare(one!.content, again!.content)).toBe(0);
    expect(Buffer.compare(one!.content, other!.content)).not.toBe(0);
  });

  it('holds several letters, each on pages of its own as it is alone', async () => {
    const other = { ...letter, agreement: { ...letter.agreement, number: 'LOI-2026-0002' } };
    const alone = await Promise.all([letter, other].map((each) => maker.make(each)));
    const together = readPdf((await maker.makeTogether([letter, other])).content);
    expect(together.pages).toEqual(alone.flatMap(({ content }) => readPdf(content).pages));
    expect(together.embedded).toBe(together.fonts);
  });

  it('says by its number what its font has not', async () => {
    const title = { zh: '㛃字※5‰\u2009a\u200bb—ć' };
    const { content } = await maker.make({ ...letter, agreement: { ...letter.agreement, title } });
    expect(readPdf(content).pages[0]).toContain('[U+36C3]字※5‰ ab—[U+0107]');
  });
});

describe('a DOCX', () => {
  const word = { ...letter, format: 'docx' } as const;
  const parts = async (change: Partial<LetterToPrint> = {}): Promise<Record<string, string>> => {
    const { content } = await maker.make({ ...word, ...change });
    const files = Object.entries(unzipSync(content));
    return Object.fromEntries(files.map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
  };

  it('says the same, with fields for its pages and the code in its footer', async () => {
    const files = await parts();
    const document = files['word/document.xml'] ?? '';
    for (const at of sections.keys()) expect(document).toContain(body(at, 'zh'));
    expect(document).toContain('大兴区科协');
    // No word in braces is left.
    expect(document).not.toMatch(/[{}]/u);
    expect(files['word/footer1.xml']).toContain('LOI-2026-0001 · 第 12 版 revision 12 · a1b2c3d4e5f6');
    expect(files['word/footer1.xml']).toContain(' NUMPAGES ');
    expect(files['word/media/image1.png']).toBeDefined();
    expect(files['[Content_Types].xml']).toContain('image/png');
  });

  it('is what Word takes: every part that is named is there, under a name that is declared', async () => {
    const files = await parts({ standing: 'draft' });
    for (const [name, content] of Object.entries(files)) {
      if (!name.endsWith('.rels')) continue;
      const folder = name.replace(/_rels\/[^/]*$/u, '');
      for (const [, target = ''] of content.matchAll(/Target="([^"]+)"/gu))
        expect(Object.keys(files)).toContain(`${folder}${target}`);
    }
    for (const name of ['document', 'header1', 'footer1']) {
      const xml = files[`word/${name}.xml`] ?? '';
      const used = new Set([...xml.matchAll(/<\/?([a-z0-9]+):/gu)].map(([, prefix]) => prefix));
      for (const prefix of used) expect(xml).toContain(`xmlns:${prefix}="`);
    }
    expect(files['word/header1.xml']).toContain('草案 DRAFT');
  });

  it('of the same letter is the same, byte by byte', async () => {
    const [one, again] = await Promise.all([maker.make(word), maker.make(word)]);
    expect(Buffer.compare(one.content, again.content)).toBe(0);
  });
});
