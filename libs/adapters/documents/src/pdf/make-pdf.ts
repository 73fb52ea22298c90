import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';

import type { DocumentLanguage } from '@entente/agreement';

import type { LetterText, PaperLetter } from '../letter.js';
import { pageOf } from '../words.js';
import { Flow } from './flow.js';
import { stampPages } from './footer.js';
import { Painter, type Style } from './painter.js';
import type { Serif } from './serif.js';
import { writeSignatures } from './signatures.js';

const TITLE: Style = { size: 19, weight: 700, leading: 1.5 };
const LINE: Style = { size: 10.5, weight: 400, leading: 1.65, color: '#333' };
const QUIET: Style = { size: 9.5, weight: 400, leading: 1.6, color: '#555' };
const HEADING: Style = { size: 12.5, weight: 700, leading: 1.6 };
const BODY: Readonly<Record<LetterText['language'], Style>> = {
  zh: { size: 12, weight: 400, leading: 1.6 },
  en: { size: 11.5, weight: 400, leading: 1.55, latin: true },
};
interface LetterOfPdf {
  readonly paper: PaperLetter;
  readonly language: DocumentLanguage;
  /** When its text came to read so: nothing in the file tells when it was made, so that the same letter is the same file. */
  readonly textSince: string;
}

/** One letter after the other, each from a page of its own and with pages counted for itself. */
export async function makePdf(serif: Serif, letters: readonly LetterOfPdf[]): Promise<Uint8Array> {
  const languages = new Set(letters.map(({ language }) => language));
  const titles = letters.map(({ paper }) => paper.texts[0]?.title ?? '');
  const newest = letters
    .map(({ textSince }) => textSince)
    .toSorted()
    .at(-1);
  const painter = await Painter.open(serif, letters.map(everySign).join(''), {
    size: 'A4',
    margin: 0,
    bufferPages: true,
    displayTitle: true,
    lang: languages.has('zh') || languages.has('both') ? 'zh-CN' : 'en',
    info: {
      Title: titles.join('; '),
      Producer: 'Entente',
      ...(newest !== undefined && { CreationDate: new Date(newest) }),
    },
  });
  for (const [at, letter] of letters.entries()) {
    if (at > 0) painter.document.addPage();
    await writeLetter(painter, letter);
  }
  painter.document.end();
  return buffer(painter.document);
}

async function writeLetter(painter: Painter, { paper, language }: LetterOfPdf): Promise<void> {
  const firstPage = painter.document.bufferedPageRange().count - 1;
  const flow = new Flow(painter);
  for (const [at, text] of paper.texts.entries()) {
    if (at > 0) flow.rule();
    await writeText(flow, text, at === 0 ? paper.order : undefined);
  }
  writeSignatures(flow, paper);
  stampPages(painter, paper, { firstPage, language });
}

async function writeText(flow: Flow, text: LetterText, order: string | undefined): Promise<void> {
  const { title, lines, sections, language } = text;
  const latin = language === 'en';
  flow.centred(title, { ...TITLE, latin });
  flow.space(8);
  for (const line of lines) flow.paragraph(line, { ...LINE, latin });
  for (const line of order?.split('\n') ?? []) flow.paragraph(line, QUIET);
  flow.space(8);
  const body = BODY[language];
  for (const { heading, paragraphs } of sections) {
    flow.space(6);
    if (heading !== '')
      flow.paragraph(heading, { ...HEADING, latin }, { keep: body.size * body.leading * 2 });
    for (const paragraph of paragraphs) {
      flow.paragraph(paragraph, body, { indent: latin ? 0 : 2 * body.size, justified: !latin });
      flow.space(latin ? 5 : 0);
      // Others are answered while a long letter is written.
      await setImmediate();
    }
  }
}

/** All that a letter's pages show. */
export function everySign({ paper, language }: Pick<LetterOfPdf, 'paper' | 'language'>): string {
  return JSON.stringify(paper) + pageOf('0123456789', '', language);
}
