import { readFile } from 'node:fs/promises';

import type { DocumentLanguage } from '@entente/agreement';
import { MimeType, TemplateHandler, type TemplateData } from 'easy-template-x';
import { unzipSync, zipSync } from 'fflate';

import type { PaperLetter, SignatureBlock } from '../letter.js';
import { qrPicture } from '../qr.js';
import { pageOf } from '../words.js';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const TEMPLATE = new URL('../../template/letter-1.docx', import.meta.url);
const CODE_PIXELS = 56;

export async function makeDocx(letter: PaperLetter, language: DocumentLanguage): Promise<Uint8Array> {
  const filled = await new TemplateHandler().process(await readFile(TEMPLATE), dataOf(letter, language));
  return withoutTimes(filled);
}

function dataOf(letter: PaperLetter, language: DocumentLanguage): TemplateData {
  const [before = '', between = '', after = ''] = pageOf('\n', '\n', language).split('\n');
  return {
    mark: letter.mark ?? '',
    texts: letter.texts.map((text, at) => ({
      title: text.title,
      lines: [...text.lines, ...(at === 0 ? (letter.order?.split('\n') ?? []) : [])].map((line) => ({
        line,
      })),
      sections: text.sections.map(({ heading, paragraphs }) => {
        const said = paragraphs.map((paragraph) => ({ paragraph }));
        const [chinese, english] = text.language === 'zh' ? [said, []] : [[], said];
        return { heading, chinese, english };
      }),
    })),
    end: letter.end,
    rows: letter.signatures.flatMap((block, at, all) =>
      at % 2 === 0 ? [{ ...named('left', block), ...named('right', all[at + 1]) }] : [],
    ),
    stamp: letter.stamp,
    before,
    between,
    after,
    code: {
      _type: 'image',
      source: qrPicture(letter.url),
      format: MimeType.Png,
      width: CODE_PIXELS,
      height: CODE_PIXELS,
      altText: letter.url,
    },
  };
}

function named(side: 'left' | 'right', block: SignatureBlock | undefined): Record<string, string> {
  const { party = '', signatory = '', signature = '', seal = '', date = '' } = block ?? {};
  return {
    [`${side}Party`]: party,
    [`${side}Signatory`]: signatory,
    [`${side}Signature`]: signature,
    [`${side}Seal`]: seal,
    [`${side}Date`]: date,
  };
}

/** The packing writes the time of day into the file; the same letter is the same file. */
function withoutTimes(docx: Uint8Array): Uint8Array {
  return zipSync(unzipSync(docx), { mtime: '1980-01-01T00:00:00' });
}
