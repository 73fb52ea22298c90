import { normal } from './search-text.js';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED = /([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+)/u;

/**
 * What an inverted index holds of a text: every two neighbours where words are not spaced, as in Chinese, and every three
 * letters or digits of a word elsewhere. They say which rows may hold a word; a shorter one has none.
 */
export function gramsOf(text: string): readonly string[] {
  const grams = new Set<string>();
  for (const [word] of normal(text).matchAll(WORD)) {
    for (const [index, run] of word.split(UNSPACED).entries()) {
      // Splitting leaves what was split by at the odd places.
      for (const gram of neighbours(run, index % 2 === 1 ? 2 : 3)) grams.add(gram);
    }
  }
  return [...grams];
}

function neighbours(run: string, count: number): readonly string[] {
  const characters = Array.from(run);
  return characters.slice(count - 1).map((_, index) => characters.slice(index, index + count).join(''));
}
