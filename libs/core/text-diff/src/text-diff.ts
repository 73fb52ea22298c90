/** What stayed, came or went. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this many edits a word-by-word difference is no longer readable; the whole text is shown as replaced. */
const MAX_EDITS = 800;

/** Words in either language: Chinese has no spaces, so the language's own segmentation decides. */
export function words(text: string, locale: string): string[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The shortest way from one text to the other, by words (Myers' greedy algorithm). */
export function textDiff(before: string, after: string, locale: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  return joined(listDiff(words(before, locale), words(after, locale)));
}

/** The same of two lists, item by item. */
export function listDiff(before: readonly string[], after: readonly string[]): Piece[] {
  const trace = editTrace(before, after);
  if (trace) return walkBack(before, after, trace);
  return [...before.map((item) => piece('removed', item)), ...after.map((item) => piece('added', item))];
}

const piece = (kind: Piece['kind'], text: string): Piece => ({ kind, text });

/** The furthest reached point of every diagonal, after 0, 1, 2… edits. */
function editTrace(a: readonly string[], b: readonly string[]): Map<number, number>[] | undefined {
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let edits = 0; edits <= Math.min(a.length + b.length, MAX_EDITS); edits += 1) {
    trace.push(new Map(furthest));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = step(furthest, diagonal, edits);
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      furthest.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return trace;
    }
  }
  return undefined;
}

const at = (furthest: ReadonlyMap<number, number>, diagonal: number): number => furthest.get(diagonal) ?? -1;

const goesDown = (furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean =>
  diagonal === -edits || (diagonal !== edits && at(furthest, diagonal - 1) < at(furthest, diagonal + 1));

const step = (furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): number =>
  goesDown(furthest, diagonal, edits) ? at(furthest, diagonal + 1) : at(furthest, diagonal - 1) + 1;

function walkBack(
  a: readonly string[],
  b: readonly string[],
  trace: readonly Map<number, number>[],
): Piece[] {
  const pieces: Piece[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const furthest = trace[edits] ?? new Map<number, number>();
    const diagonal = x - y;
    const down = goesDown(furthest, diagonal, edits);
    const fromX = at(furthest, down ? diagonal + 1 : diagonal - 1);
    const fromY = fromX - (down ? diagonal + 1 : diagonal - 1);
    for (; x > fromX && y > fromY && x > 0 && y > 0 && a[x - 1] === b[y - 1]; x -= 1, y -= 1)
      pieces.push(piece('same', a[x - 1] ?? ''));
    if (edits === 0) break;
    pieces.push(down ? piece('added', b[y - 1] ?? '') : piece('removed', a[x - 1] ?? ''));
    x = fromX;
    y = fromY;
  }
  return pieces.reverse();
}

function joined(pieces: readonly Piece[]): Piece[] {
  const out: { kind: Piece['kind']; text: string }[] = [];
  for (const { kind, text } of pieces) {
    const last = out.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== '') out.push({ kind, text });
  }
  return out;
}
