import PDFDocument from 'pdfkit';

import type { Run, Serif, Weight } from './serif.js';

export interface Style {
  readonly size: number;
  readonly weight: Weight;
  /** Times the size. */
  readonly leading: number;
  readonly color?: string;
  /** Quotation marks as wide as in Latin script, not as wide as ideographs. */
  readonly latin?: boolean;
}

/** A document and the pen that writes in it: everything in points, from the top left. */
export class Painter {
  readonly #widths = new Map<string, number>();

  private constructor(
    readonly document: PDFKit.PDFDocument,
    private readonly serif: Serif,
  ) {}

  /** `text` is all that will be written: its fonts are loaded before. */
  static async open(serif: Serif, text: string, options: PDFKit.PDFDocumentOptions): Promise<Painter> {
    await serif.lookFor(text);
    const document = new PDFDocument(options);
    const names = new Set(
      ([400, 700] as const).flatMap((weight) => serif.runs(text, weight).map(({ font }) => font)),
    );
    const fonts = await Promise.all([...names].map(async (name) => [name, await serif.font(name)] as const));
    for (const [name, font] of fonts) document.registerFont(name, font);
    return new Painter(document, serif);
  }

  width(text: string, { size, weight, latin }: Style): number {
    const key = `${weight} ${latin === true} ${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known * size;
    const em = this.serif
      .runs(text, weight)
      .reduce((width, run) => width + this.#using(run, 1).widthOfString(run.text, featuresFor(latin)), 0);
    this.#widths.set(key, em);
    return em * size;
  }

  /** One line, its top at `y`; with `stretch` wider by that much after every sign. */
  write(text: string, x: number, y: number, style: Style, stretch = 0): void {
    const { size, weight, leading, color = '#000', latin } = style;
    let left = x;
    for (const run of this.serif.runs(text, weight)) {
      const options = { lineBreak: false, characterSpacing: stretch, baseline: 'alphabetic' } as const;
      this.#using(run, size)
        .fillColor(color)
        .text(run.text, left, y + (size * (leading + ASCENT)) / 2, { ...options, ...featuresFor(latin) });
      left += this.width(run.text, style) + stretch * Array.from(run.text).length;
    }
  }

  #using({ font }: Run, size: number): PDFKit.PDFDocument {
    return this.document.font(font).fontSize(size);
  }
}

const featuresFor = (latin: boolean | undefined): { readonly features?: ['palt'] } =>
  latin === true ? { features: ['palt'] } : {};

/** How far the body of its signs stands above the line on which they stand, times the size: it is centred in a line. */
const ASCENT = 0.76;
