import { breakLines } from './lines.js';
import type { Painter, Style } from './painter.js';

/** A4 in points, and what of it is written on. */
export const SHEET = { width: 595.28, height: 841.89 } as const;
export const PAGE = { left: 79, top: 66, width: SHEET.width - 158, bottom: SHEET.height - 96 } as const;

interface Paragraph {
  readonly indent?: number;
  /** Every full line is as wide as the page. */
  readonly justified?: boolean;
  /** What must still fit below it on its page. */
  readonly keep?: number;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Writes down the pages, one thing below the other. */
export class Flow {
  #y: number = PAGE.top;

  constructor(private readonly painter: Painter) {}

  space(points: number): void {
    if (this.#y > PAGE.top) this.#y += points;
  }

  /** In lines of about the same length. */
  centred(text: string, style: Style): void {
    const { length } = this.#lines(text, style, PAGE.width);
    const even = this.painter.width(text, style) / length;
    const widths = [1, 1.05, 1.1, 1.2, 1.35].map((times) => Math.min(even * times, PAGE.width));
    const width = widths.find((one) => this.#lines(text, style, one).length <= length) ?? PAGE.width;
    for (const line of this.#lines(text, style, width)) {
      this.#room(style.size * style.leading);
      const left = PAGE.left + (PAGE.width - this.painter.width(line.text, style)) / 2;
      this.#line(line.text, left, style);
    }
  }

  paragraph(text: string, style: Style, { indent = 0, justified = false, keep = 0 }: Paragraph = {}): void {
    const height = style.size * style.leading;
    const lines = this.#lines(text, style, PAGE.width, indent);
    lines.forEach((line, at) => {
      // No first line alone at the foot of a page, and no last one alone at the head of the next.
      const alone = at === 0 || at === lines.length - 2 ? Math.min(2, lines.length - at) : 1;
      this.#room(at === 0 ? Math.max(height + keep, alone * height) : alone * height);
      const left = at === 0 ? indent : 0;
      const free = PAGE.width - left - this.painter.width(line.text, style);
      const stretch = justified && !line.last ? Math.max(free, 0) / Array.from(line.text).length : 0;
      this.#line(line.text, PAGE.left + left, style, stretch);
    });
  }

  /** Lines in an area of its own, wherever the flow is; answers how high they are. */
  block(text: string, style: Style, { x, y, width }: Area): number {
    const lines = this.#linesOf(text, style, width);
    lines.forEach((line, at) => this.painter.write(line.text, x, y + at * style.size * style.leading, style));
    return lines.length * style.size * style.leading;
  }

  heightOf(text: string, style: Style, width: number): number {
    return this.#linesOf(text, style, width).length * style.size * style.leading;
  }

  /** Writes something of that height as a whole, on the next page if it does not fit on this one. */
  together(height: number, write: (y: number) => void): void {
    this.#room(height);
    write(this.#y);
    this.#y += height;
  }

  frame({ x, y, width, height }: Area & { readonly height: number }, caption: string): void {
    const { document } = this.painter;
    document
      .lineWidth(0.5)
      .dash(2, { space: 2 })
      .strokeColor('#999')
      .rect(x, y, width, height)
      .stroke()
      .undash();
    const style: Style = { size: 9, weight: 400, leading: 1.2, color: '#999' };
    const left = x + (width - this.painter.width(caption, style)) / 2;
    this.painter.write(caption, left, y + height / 2 - 6, style);
  }

  /** A line across, between the texts of two languages; the second begins on a page with all that stands above it. */
  rule(): void {
    this.space(20);
    this.#room(300);
    if (this.#y === PAGE.top) return;
    const { document } = this.painter;
    document
      .lineWidth(0.5)
      .strokeColor('#999')
      .moveTo(PAGE.left, this.#y)
      .lineTo(PAGE.left + PAGE.width, this.#y)
      .stroke();
    this.space(16);
  }

  #linesOf(text: string, style: Style, width: number): ReturnType<typeof breakLines> {
    return text.split('\n').flatMap((part) => this.#lines(part, style, width));
  }

  #lines(text: string, style: Style, width: number, indent = 0): ReturnType<typeof breakLines> {
    return breakLines(text, (part) => this.painter.width(part, style), width, indent);
  }

  #line(text: string, x: number, style: Style, stretch = 0): void {
    this.painter.write(text, x, this.#y, style, stretch);
    this.#y += style.size * style.leading;
  }

  #room(points: number): void {
    if (this.#y + points <= PAGE.bottom) return;
    this.painter.document.addPage();
    this.#y = PAGE.top;
  }
}
