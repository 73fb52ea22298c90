import { LetterDocuments, type LetterToPrint, type MadeDocument } from '@entente/application';

import { paperLetter } from './letter.js';
import type { Serif } from './pdf/serif.js';

/** Which layout made a document: raise it with what the same letter looks like. */
const TEMPLATE = 'letter@1';

/** Letters as DOCX from the template in this library, and as PDF in the same order. */
export class LetterMaker extends LetterDocuments {
  #serif: Promise<Serif> | undefined;
  /** One at a time: each takes a processor and, while it is made, memory for all of its pages. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    /** Without a slash at its end. */
    private readonly publicUrl: string,
  ) {
    super();
  }

  override make(letter: LetterToPrint): Promise<MadeDocument> {
    const made = this.#turn.then(() => this.#make(letter));
    this.#turn = made.catch(() => undefined);
    return made;
  }

  async #make(letter: LetterToPrint): Promise<MadeDocument> {
    const paper = paperLetter(letter, this.publicUrl);
    // Fonts and layout are loaded by the first letter that needs them: a start and a short command wait for neither.
    if (letter.format === 'docx') {
      const { DOCX_TYPE, makeDocx } = await import('./docx/make-docx.js');
      return { content: await makeDocx(paper, letter.language), mediaType: DOCX_TYPE, template: TEMPLATE };
    }
    const [{ makePdf }, { Serif }] = await Promise.all([
      import('./pdf/make-pdf.js'),
      import('./pdf/serif.js'),
    ]);
    this.#serif ??= Serif.open();
    const content = await makePdf(await this.#serif, paper, letter);
    return { content, mediaType: 'application/pdf', template: TEMPLATE };
  }
}
