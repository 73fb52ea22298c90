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
interface Made {
  readonly language: DocumentLanguage;
  /** When its text came to read so: nothing in the file tells when it was made, so that the same letter is the same file. */
  readonly textSince: string;
}

export async function makePdf(serif: Serif, letter: PaperLetter, made: Made): Promise<Uint8Array> {
  const { language, textSince } = made;
  const painter = await Painter.open(serif, everySign(letter, language), {
    size: 'A4',
    margin: 0,
    bufferPages: true,
    displayTitle: true,
    lang: language === 'en' ? 'en' : 'zh-CN',
    info: { Title: letter.texts[0]?.title ?? '', Producer: 'Entente', CreationDate: new Date(textSince) },
  });
  const flow = new Flow(painter);
  for (const [at, text] of letter.texts.entries()) {
    if (at > 0) flow.rule();
    await writeText(flow, text, at === 0 ? letter.order : undefined);
  }
  writeSignatures(flow, letter);
  stampPages(painter, letter, language);
  painter.document.end();
  return buffer(painter.document);
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

function everySign(letter: PaperLetter, language: DocumentLanguage): string {
  return JSON.stringify(letter) + pageOf('0123456789', '', language);
}
