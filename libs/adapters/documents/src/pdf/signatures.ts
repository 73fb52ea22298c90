import type { PaperLetter, SignatureBlock } from '../letter.js';
import { type Flow, PAGE } from './flow.js';
import type { Style } from './painter.js';

const QUIET: Style = { size: 9.5, weight: 400, leading: 1.6, color: '#555' };
const PARTY: Style = { size: 11.5, weight: 700, leading: 1.6 };
const SIGNS: Style = { size: 11, weight: 400, leading: 1.6 };
const GAP = 24;
const WIDTH = (PAGE.width - GAP) / 2;
const SEAL = 84;
/** From the line of the signature down to that of the date. */
const HAND = 44;
const BEFORE = 14;
const BELOW = 8;

/** Two parties side by side; the place where one signs is never torn, and never without what it ends. */
export function writeSignatures(flow: Flow, { end, signatures }: PaperLetter): void {
  flow.space(10);
  for (let at = 0; at < signatures.length; at += 2) {
    const pair = signatures.slice(at, at + 2);
    const names = Math.max(...pair.map((block) => namesOf(flow, block)));
    const above = at === 0 ? flow.heightOf(end, QUIET, PAGE.width) : 0;
    flow.together(above + names + SEAL + BELOW, (y) => {
      if (at === 0) flow.block(end, QUIET, { x: PAGE.left, y, width: PAGE.width });
      pair.forEach((block, column) => {
        writeBlock(flow, block, { x: PAGE.left + column * (WIDTH + GAP), y: y + above, names });
      });
    });
  }
}

/** How high the names stand; those of both sides get the same room. */
function namesOf(flow: Flow, { party, signatory }: SignatureBlock): number {
  return BEFORE + flow.heightOf(party, PARTY, WIDTH) + flow.heightOf(signatory, SIGNS, WIDTH) + 10;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly names: number;
}

function writeBlock(flow: Flow, block: SignatureBlock, { x, y, names }: Place): void {
  const party = flow.block(block.party, PARTY, { x, y: y + BEFORE, width: WIDTH });
  flow.block(block.signatory, SIGNS, { x, y: y + BEFORE + party, width: WIDTH });
  flow.block(block.signature, SIGNS, { x, y: y + names, width: WIDTH });
  flow.block(block.date, SIGNS, { x, y: y + names + HAND, width: WIDTH });
  flow.frame({ x: x + WIDTH - SEAL - 12, y: y + names, width: SEAL, height: SEAL }, block.seal);
}
