/**
 * The canonical text of a JSON value: RFC 8785 (JSON Canonicalization Scheme), section 3.2.
 * Object members stand in ascending order of their UTF-16 code units; members that are undefined are left out.
 * Throws TypeError on what JSON cannot hold; whether a value may enter the log is `findJsonFault`'s question.
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    // A Date or Map has no members and would silently become {}, the same text for all of them.
    if (Object.prototype.toString.call(value) !== '[object Object]') throw new TypeError('no JSON object');
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`);
    return `{${members.join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('a JSON number is finite');
  // The types hide that JSON.stringify answers undefined for a function, a symbol and undefined itself.
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError(`no JSON text for a ${typeof value}`);
  return text;
}
