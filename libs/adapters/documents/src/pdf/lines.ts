/** What Chinese text breaks after and before: any ideograph, kana or full-width sign. */
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef〇]/u;
/** Closing marks: never first in a line. */
const NEVER_FIRST = /[，。、；：？！）》」』】〕〉”’…—·％‰℃,.;:?!)\]}%]/u;
/** Opening marks: never last in a line. */
const NEVER_LAST = /[（《「『【〔〈“‘([{￥$]/u;

export interface Line {
  readonly text: string;
  /** It ends its paragraph. */
  readonly last: boolean;
}

/** A paragraph in lines no wider than `width`, of which `indent` is gone in the first; `measure` in the same unit. */
export function breakLines(
  paragraph: string,
  measure: (text: string) => number,
  width: number,
  indent = 0,
): readonly Line[] {
  const lines: string[] = [];
  let line = '';
  let room = width - indent;
  for (const piece of pieces(paragraph).flatMap((whole) => fitting(whole, measure, width))) {
    if (line !== '' && measure(piece.trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = '';
      room = width;
    }
    line += piece;
    room -= measure(piece);
  }
  lines.push(line.trimEnd());
  return lines.map((text, at) => ({ text, last: at === lines.length - 1 }));
}

/** The parts between which a line may end. */
export function pieces(text: string): readonly string[] {
  const found: string[] = [];
  let piece = '';
  let before = '';
  for (const sign of text) {
    if (piece !== '' && mayBreak(before, sign)) {
      found.push(piece);
      piece = '';
    }
    piece += sign;
    before = sign;
  }
  return piece === '' ? found : [...found, piece];
}

function mayBreak(before: string, after: string): boolean {
  if (after === ' ') return false;
  if (before === ' ') return true;
  if (NEVER_FIRST.test(after) || NEVER_LAST.test(before)) return false;
  if (before === '-') return true;
  return IDEOGRAPH.test(before) || IDEOGRAPH.test(after);
}

/** A word wider than a whole line is cut where it must be. */
function fitting(piece: string, measure: (text: string) => number, width: number): readonly string[] {
  if (measure(piece) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const sign of piece) {
    if (part !== '' && measure(part + sign) > width) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part];
}
