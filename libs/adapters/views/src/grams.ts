/** What a character is: part of no word, of a word that is spaced, or of writing that is not, as Chinese. */
const UNKNOWN = 0;
const APART = 1;
const SPACED = 2;
const UNSPACED = 3;

const OF_WORDS = /[\p{L}\p{M}\p{N}]/u;
const OF_UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** Of the characters of the first plane, each looked at once. */
const kinds = new Uint8Array(0x1_0000);

/**
 * What an inverted index holds of a text made by `searchText`: every two neighbours where words are not spaced, as in
 * Chinese, and every three letters or digits of a word elsewhere. They say which rows may hold a word; a shorter one has
 * none. Each is a number of 32 bits, which an index takes at a fraction of what a text costs.
 */
export function gramsOf(text: string): readonly number[] {
  const grams = new Set<number>();
  let [first, second, run, length] = [0, 0, APART, 0];
  for (let index = 0; index < text.length; index += 1) {
    const third = text.codePointAt(index) ?? 0;
    if (third > 0xffff) index += 1;
    const kind = kindOf(third);
    length = kind === run ? length + 1 : 1;
    run = kind;
    if (kind === UNSPACED && length >= 2) grams.add(pair(second, third));
    if (kind === SPACED && length >= 3) grams.add(triple(first, second, third));
    first = second;
    second = third;
  }
  return [...grams];
}

/** The characters a gram is of; undefined when it stands for several. */
export function spelled(gram: number): string | undefined {
  const bits = gram >>> 0;
  if (bits < HASHED) return String.fromCharCode(bits >> 18, (bits >> 9) & 0x1ff, bits & 0x1ff);
  return bits < PAIRS ? undefined : String.fromCharCode(bits >>> 16, bits & 0xffff);
}

/** Below it three characters of nine bits each, which is all of Latin as it is mostly written. */
const HASHED = 2 ** 27;
/** From here on two of sixteen bits: no unspaced writing begins before. Between them what has to share numbers. */
const PAIRS = 2 ** 28;

function pair(first: number, second: number): number {
  return first > 0xffff || second > 0xffff ? hashed(0, first, second) : (first << 16) | second;
}

function triple(first: number, second: number, third: number): number {
  return (first | second | third) < 0x200
    ? (first << 18) | (second << 9) | third
    : hashed(first, second, third);
}

function hashed(...characters: readonly number[]): number {
  const mixed = characters.reduce((hash, one) => Math.imul(hash ^ one, 0x9e37_79b1) ^ (hash >>> 15), 1);
  return HASHED + (mixed >>> 5);
}

function kindOf(character: number): number {
  if (character > 0xffff) return lookedUp(character);
  if (kinds[character] === UNKNOWN) kinds[character] = lookedUp(character);
  return kinds[character] ?? APART;
}

function lookedUp(character: number): number {
  const text = String.fromCodePoint(character);
  if (!OF_WORDS.test(text)) return APART;
  return OF_UNSPACED.test(text) ? UNSPACED : SPACED;
}
