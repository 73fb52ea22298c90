/** The line of a JSON text in which what the pointer (RFC 6901) names begins; undefined where nothing does. */
export function lineOf(text: string, pointer: string): number | undefined {
  const path = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const at = placeOf(text, path);
  return at === undefined ? undefined : text.slice(0, at).split('\n').length;
}

const STRING = /"(?:[^"\\]|\\.)*"/y;
const SCALAR = /[^\s,\]}]+/y;

/** Walks over the text once, with the way to where it is; the text was read as JSON before. */
function placeOf(text: string, path: readonly string[]): number | undefined {
  let at = 0;
  let found: number | undefined;
  const skip = (): void => {
    while (/[\s,:]/u.test(text[at] ?? '')) at += 1;
  };
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const [taken = ''] = pattern.exec(text) ?? [];
    at += Math.max(taken.length, 1);
    return taken;
  };
  const value = (depth: number, onTheWay: boolean, start: number): void => {
    if (onTheWay && depth === path.length) found ??= start;
    skip();
    if (text[at] === '{' || text[at] === '[') {
      const isList = text[at] === '[';
      at += 1;
      skip();
      for (let index = 0; at < text.length && text[at] !== (isList ? ']' : '}'); index += 1) {
        const begin = at;
        const name = isList ? String(index) : (JSON.parse(take(STRING)) as string);
        skip();
        value(depth + 1, onTheWay && name === path[depth], begin);
        skip();
      }
      at += 1;
    } else take(text[at] === '"' ? STRING : SCALAR);
  };
  skip();
  value(0, true, at);
  return found;
}
