import { COORDINATING_DEPARTMENT } from './cast.js';
import { at, type Pair, type Step } from './steps.js';

/** The page is invented, as it says itself; that it was compared and filed is what the demo shows. */
export function copyFiled(letter: Pair, day: Temporal.PlainDate, index: number): Step {
  return at(day, 11, index, async (stage) => {
    const sha256 = await stage.file(signedPage(letter.title.en ?? letter.letter));
    return stage.send('coordinator', letter.letter, { type: 'FileSignedCopy', sha256, matchesText: true });
  });
}

export function originalsHeld(letter: Pair, day: Temporal.PlainDate, index: number): Step {
  return at(day, 11, 10 + index, (stage) =>
    stage.send('coordinator', letter.letter, {
      type: 'HoldOriginals',
      holderId: stage.id(COORDINATING_DEPARTMENT.key),
      copies: 1,
      archiveNumber: `DRP-${String(day.year)}-${String(index + 1).padStart(2, '0')}`,
    }),
  );
}

/** One page of text as a PDF; the same title always gives the same bytes. */
export function signedPage(title: string): Uint8Array {
  const lines = [title, 'Signed copy. This page is invented for the demo.'];
  const shown = lines.map((line) => `(${line.replace(/[()\\]/gu, '\\$&')}) Tj T*`).join(' ');
  const content = `BT /F1 13 Tf 60 760 Td 24 TL ${shown} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = String(objects.length + 1);
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(text.length)}\n%%EOF\n`;
  return new TextEncoder().encode(text + table + trailer);
}
