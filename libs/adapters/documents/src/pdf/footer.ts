import type { DocumentLanguage } from '@entente/agreement';

import type { PaperLetter } from '../letter.js';
import { qrSquares } from '../qr.js';
import { pageOf } from '../words.js';
import { PAGE, SHEET } from './flow.js';
import type { Painter, Style } from './painter.js';

const FOOT: Style = { size: 8.5, weight: 400, leading: 1.4, color: '#555' };
const TOP = SHEET.height - 76;
const QR = 42;

interface Pages {
  /** Of the letter, which takes all that follow. */
  readonly firstPage: number;
  readonly language: DocumentLanguage;
}

/** On every page what it belongs to, and across it when it is not to be signed. */
export function stampPages(painter: Painter, letter: PaperLetter, { firstPage, language }: Pages): void {
  const { document } = painter;
  const squares = qrSquares(letter.url);
  const { count } = document.bufferedPageRange();
  for (let page = firstPage; page < count; page += 1) {
    document.switchToPage(page);
    if (letter.mark !== undefined) writeMark(painter, letter.mark);
    document
      .lineWidth(0.5)
      .strokeColor('#bbb')
      .moveTo(PAGE.left, TOP)
      .lineTo(PAGE.left + PAGE.width, TOP)
      .stroke();
    painter.write(letter.stamp, PAGE.left, TOP + 8, FOOT);
    painter.write(
      pageOf(String(page - firstPage + 1), String(count - firstPage), language),
      PAGE.left,
      TOP + 22,
      FOOT,
    );
    drawCode(document, squares, { x: PAGE.left + PAGE.width - QR, y: TOP + 6 });
    document.link(PAGE.left + PAGE.width - QR, TOP + 6, QR, QR, letter.url);
  }
}

/** Pale enough to read what stands under it. */
function writeMark(painter: Painter, mark: string): void {
  const { document } = painter;
  const style: Style = { size: 84, weight: 700, leading: 1 };
  document.save();
  document.rotate(-40, { origin: [SHEET.width / 2, SHEET.height / 2] }).opacity(0.07);
  const left = (SHEET.width - painter.width(mark, style)) / 2;
  painter.write(mark, left, SHEET.height / 2 - style.size / 2, style);
  document.restore();
}

function drawCode(
  document: PDFKit.PDFDocument,
  squares: readonly (readonly boolean[])[],
  { x, y }: { readonly x: number; readonly y: number },
): void {
  const size = QR / squares.length;
  squares.forEach((row, down) =>
    row.forEach((dark, across) => {
      if (dark) document.rect(x + across * size, y + down * size, size, size);
    }),
  );
  document.fill('#000');
}
