import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import subsetFont from 'subset-font';

export type Weight = 400 | 700;

/** What a part of a text is drawn with: `name` is the same for the same part of the font in the same weight. */
export interface Run {
  readonly text: string;
  readonly font: string;
}

const PACKAGE = '@fontsource-variable/noto-serif-sc';

/**
 * Noto Serif SC. It comes in a hundred slices, by how often signs stand together: what a letter needs of them is cut to a
 * fixed weight once for the process, some 100 kB and 20 ms each.
 */
export class Serif {
  readonly #fonts = new Map<string, Promise<Buffer>>();

  private constructor(
    private readonly folder: string,
    private readonly sliceOf: ReadonlyMap<number, string>,
  ) {}

  static async open(): Promise<Serif> {
    const folder = path.dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`));
    const ranges = JSON.parse(await readFile(path.join(folder, 'unicode.json'), 'utf8')) as Record<
      string,
      string
    >;
    return new Serif(folder, sliced(ranges));
  }

  /** The parts of a text by the font that has them. What no font has is said by its number. */
  runs(text: string, weight: Weight): readonly Run[] {
    const runs: { text: string; font: string }[] = [];
    for (const sign of text) {
      const slice = this.#sliceOf(sign);
      const shown = slice === undefined ? `[${codeOf(sign)}]` : sign;
      const font = `${weight} ${slice ?? LATIN}`;
      const last = runs.at(-1);
      if (last?.font === font) last.text += shown;
      else runs.push({ text: shown, font });
    }
    return runs;
  }

  /** A TrueType font for what `runs` names. */
  font(name: string): Promise<Buffer> {
    const known = this.#fonts.get(name);
    if (known) return known;
    const made = this.#cut(name);
    this.#fonts.set(name, made);
    made.catch(() => this.#fonts.delete(name));
    return made;
  }

  #sliceOf(sign: string): string | undefined {
    return this.sliceOf.get(sign.codePointAt(0) ?? 0);
  }

  async #cut(name: string): Promise<Buffer> {
    const [weight = '', slice = ''] = name.split(' ');
    const file = path.join(this.folder, 'files', `noto-serif-sc-${slice}-wght-normal.woff2`);
    const signs = [...this.sliceOf].filter(([, one]) => one === slice);
    const text = signs.map(([code]) => String.fromCodePoint(code)).join('');
    return subsetFont(await readFile(file), text, {
      targetFormat: 'truetype',
      variationAxes: { wght: Number(weight) },
    });
  }
}

const LATIN = 'latin';

/** Which slice has which sign; Latin words are not torn apart, so their slice comes last and wins. */
function sliced(ranges: Readonly<Record<string, string>>): ReadonlyMap<number, string> {
  const slices = new Map<number, string>();
  for (const [key, list] of Object.entries(ranges)) {
    for (const range of list.split(',')) {
      const [first = '', last = first] = range.replace('U+', '').split('-');
      for (let code = parseInt(first, 16); code <= parseInt(last, 16); code += 1)
        slices.set(code, key.replace(/[[\]]/gu, ''));
    }
  }
  return slices;
}

const codeOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
