import { breakLines, pieces } from './lines.js';

/** An ideograph is two wide, everything else one. */
const measure = (text: string): number =>
  Array.from(text).reduce((width, sign) => width + (/[\u3000-\uffef]/u.test(sign) ? 2 : 1), 0);
const lines = (text: string, width: number, indent = 0): string[] =>
  breakLines(text, measure, width, indent).map((line) => line.text);

describe('a line of Chinese text', () => {
  it('ends after any sign', () => {
    expect(lines('双方共同研究', 8)).toEqual(['双方共同', '研究']);
  });

  it('never begins with a closing mark, nor ends with an opening one', () => {
    expect(lines('双方共同，研究', 8)).toEqual(['双方共', '同，研究']);
    expect(lines('双方共（同研究）', 8)).toEqual(['双方共', '（同研', '究）']);
  });

  it('keeps numbers and Latin words whole', () => {
    expect(lines('于2026年签署', 6)).toEqual(['于2026', '年签署']);
    expect(lines('联合R&D研究', 6)).toEqual(['联合', 'R&D研', '究']);
  });

  it('is shorter by its indent in the first', () => {
    expect(lines('双方共同研究', 8, 4)).toEqual(['双方', '共同研究']);
  });
});

describe('a line of English text', () => {
  it('ends at a space, which is gone then', () => {
    expect(lines('the parties shall agree', 12)).toEqual(['the parties', 'shall agree']);
  });

  it('cuts a word only when no line holds it', () => {
    expect(lines('see https://entente.example', 10)).toEqual(['see', 'https://en', 'tente.exam', 'ple']);
  });
});

it('an empty text is one empty line, and the last line is known', () => {
  expect(breakLines('', measure, 8)).toEqual([{ text: '', last: true }]);
  expect(breakLines('双方共同研究', measure, 8).map(({ last }) => last)).toEqual([false, true]);
});

it('nothing of a text is lost between its pieces', () => {
  const text = '他说：“the district’s plan”（2026—2027年），𬱖 R&D。';
  expect(pieces(text).join('')).toBe(text);
});
