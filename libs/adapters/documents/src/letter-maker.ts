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
    return this.#inTurn(() => (letter.format === 'docx' ? this.#docx(letter) : this.#pdf([letter])));
  }

  override makeTogether(letters: readonly LetterToPrint[]): Promise<MadeDocument> {
    return this.#inTurn(() => this.#pdf(letters));
  }

  override async unprintable(letter: LetterToPrint): Promise<readonly string[]> {
    const { everySign, serif } = await this.#press();
    const paper = paperLetter(letter, this.publicUrl);
    return serif.without(everySign({ paper, language: letter.language }));
  }

  override async unprintableIn(text: string): Promise<readonly string[]> {
    const { serif } = await this.#press();
    return serif.without(text);
  }

  #inTurn(make: () => Promise<MadeDocument>): Promise<MadeDocument> {
    const made = this.#turn.then(make);
    this.#turn = made.catch(() => undefined);
    return made;
  }

  // Fonts and layout are loaded by the first letter that needs them: a start and a short command wait for neither.
  async #docx(letter: LetterToPrint): Promise<MadeDocument> {
    const { DOCX_TYPE, makeDocx } = await import('./docx/make-docx.js');
    const content = await makeDocx(paperLetter(letter, this.publicUrl), letter.language);
    return { content, mediaType: DOCX_TYPE, template: TEMPLATE };
  }

  async #pdf(letters: readonly LetterToPrint[]): Promise<MadeDocument> {
    const { makePdf, serif } = await this.#press();
    const papers = letters.map((letter) => ({ ...letter, paper: paperLetter(letter, this.publicUrl) }));
    return { content: await makePdf(serif, papers), mediaType: 'application/pdf', template: TEMPLATE };
  }

  async #press() {
    const [{ everySign, makePdf }, { Serif }] = await Promise.all([
      import('./pdf/make-pdf.js'),
      import('./pdf/serif.js'),
    ]);
    this.#serif ??= Serif.open();
    return { everySign, makePdf, serif: await this.#serif };
  }
}
