import { inflateSync } from 'node:zlib';

export interface ReadPdf {
  /** What each page says, in the order in which it was written. */
  readonly pages: readonly string[];
  readonly fonts: number;
  /** Fonts that bring their outlines along. */
  readonly embedded: number;
  readonly links: readonly string[];
}

/** Reads back what our own PDFs say, through the tables by which a reader copies text; not any other PDF. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map(
    [...file.matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gsu)].map(([, id = '', body = '']) => [id, body]),
  );
  const object = (id: string | undefined): string => objects.get(id ?? '') ?? '';
  const named = new Map(
    [...file.matchAll(/\/(F\d+) (\d+) 0 R/gu)].map(([, name = '', id]) => {
      const table = /\/ToUnicode (\d+) 0 R/u.exec(object(id))?.[1];
      return [name, signsOf(unpacked(object(table)))];
    }),
  );
  const pages = [...objects.values()].filter((body) => body.includes('/Type /Page\n'));
  return {
    pages: pages.map((page) => textOf(unpacked(object(/\/Contents (\d+)/u.exec(page)?.[1])), named)),
    fonts: named.size,
    embedded: file.split('/FontFile2 ').length - 1,
    links: [...file.matchAll(/\/URI \((.*?)\)/gu)].map(([, url = '']) => url),
  };
}

function unpacked(body: string): string {
  const packed = /stream\n(.*)\nendstream/su.exec(body)?.[1] ?? '';
  return packed === '' ? '' : inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
}

/** By the number of the glyph. */
function signsOf(table: string): readonly string[] {
  return [...table.matchAll(/\[(.*?)\]/gsu)].flatMap(([, list = '']) =>
    [...list.matchAll(/<([0-9a-f ]+)>/gu)].map(([, units = '']) =>
      String.fromCharCode(...(units.match(/\w{4}/gu) ?? []).map((unit) => parseInt(unit, 16))),
    ),
  );
}

function textOf(content: string, named: ReadonlyMap<string, readonly string[]>): string {
  const runs = content.matchAll(/\/(F\d+) [\d.]+ Tf(.*?)ET/gsu);
  return [...runs]
    .map(([, font = '', shown = '']) => {
      const glyphs = [...shown.matchAll(/<([0-9a-f]+)>/gu)].flatMap(
        ([, hex = '']) => hex.match(/.{4}/gu) ?? [],
      );
      return glyphs.map((glyph) => named.get(font)?.[parseInt(glyph, 16)] ?? '�').join('');
    })
    .join('');
}
