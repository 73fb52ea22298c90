import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import { create as openFont } from 'fontkit';
import subsetFont from 'subset-font';

import { codeOf, isUnseen, standIn, unprintable } from './signs.js';

export type Weight = 400 | 700;

/** What a part of a text is drawn with: `name` is the same for the same part of the font in the same weight. */
export interface Run {
  readonly text: string;
  readonly font: string;
}

const PACKAGE = '@fontsource-variable/noto-serif-sc';
const LATIN = 'latin';

interface Cut {
  /** TrueType. */
  readonly font: Buffer;
  readonly signs: ReadonlySet<number>;
}

/**
 * Noto Serif SC. It comes in a hundred slices, by how often signs stand together: what a letter needs of them is cut to a
 * fixed weight once for the process, some 100 kB and 20 ms each.
 */
export class Serif {
  readonly #cuts = new Map<string, Promise<Cut>>();
  /** Who has a sign, of all that were looked for. */
  readonly #found = new Map<number, string | undefined>();

  private constructor(
    private readonly folder: string,
    private readonly listed: ReadonlyMap<number, readonly string[]>,
  ) {}

  static async open(): Promise<Serif> {
    const folder = path.dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`));
    const ranges = JSON.parse(await readFile(path.join(folder, 'unicode.json'), 'utf8')) as Record<
      string,
      string
    >;
    return new Serif(folder, whoLists(ranges));
  }

  /** Looks for the signs of a text: a slice lists more of them than it has. Before `runs`. */
  async lookFor(text: string): Promise<void> {
    for (const sign of new Set(Array.from(text))) {
      const code = codeOf(sign);
      if (!this.#found.has(code)) this.#found.set(code, await this.#sliceWith(code));
    }
  }

  /** The signs of a text that are printed by their numbers. */
  async without(text: string): Promise<readonly string[]> {
    await this.lookFor(text);
    return unprintable(text, (code) => this.#found.get(code) !== undefined);
  }

  /** The parts of a text by the font that has them. What no font has is said by its number. */
  runs(text: string, weight: Weight): readonly Run[] {
    const runs: { text: string; font: string }[] = [];
    for (const sign of text) {
      if (isUnseen(sign)) continue;
      const slice = this.#found.get(codeOf(sign));
      const font = `${weight} ${slice ?? LATIN}`;
      const shown = slice === undefined ? standIn(sign) : sign;
      const last = runs.at(-1);
      if (last?.font === font) last.text += shown;
      else runs.push({ text: shown, font });
    }
    return runs;
  }

  /** A TrueType font for what `runs` names. */
  async font(name: string): Promise<Buffer> {
    return (await this.#cut(name)).font;
  }

  async #sliceWith(code: number): Promise<string | undefined> {
    for (const slice of this.listed.get(code) ?? [])
      if ((await this.#cut(`400 ${slice}`)).signs.has(code)) return slice;
    return undefined;
  }

  #cut(name: string): Promise<Cut> {
    const known = this.#cuts.get(name);
    if (known) return known;
    const made = this.#make(name);
    this.#cuts.set(name, made);
    made.catch(() => this.#cuts.delete(name));
    return made;
  }

  async #make(name: string): Promise<Cut> {
    const [weight = '', slice = ''] = name.split(' ');
    const file = path.join(this.folder, 'files', `noto-serif-sc-${slice}-wght-normal.woff2`);
    const signs = [...this.listed].filter(([, slices]) => slices.includes(slice));
    const text = signs.map(([code]) => String.fromCodePoint(code)).join('');
    const font = await subsetFont(await readFile(file), text, {
      targetFormat: 'truetype',
      variationAxes: { wght: Number(weight) },
    });
    const read = openFont(font);
    return { font, signs: new Set('characterSet' in read ? read.characterSet : []) };
  }
}

/** Latin words are not torn apart: of the slices that list a sign, theirs comes first. */
function whoLists(ranges: Readonly<Record<string, string>>): ReadonlyMap<number, readonly string[]> {
  const slices = new Map<number, string[]>();
  const ordered = Object.entries(ranges).toSorted(
    ([one], [other]) => Number(other === LATIN) - Number(one === LATIN),
  );
  for (const [key, list] of ordered) {
    for (const range of list.split(',')) {
      const [first = '', last = first] = range.replace('U+', '').split('-');
      for (let code = parseInt(first, 16); code <= parseInt(last, 16); code += 1)
        slices.set(code, [...(slices.get(code) ?? []), key.replace(/[[\]]/gu, '')]);
    }
  }
  return slices;
}
