/**
 * The canonical text of a JSON value: RFC 8785 (JSON Canonicalization Scheme), section 3.2.
 * Object members stand in ascending order of their UTF-16 code units; members that are undefined are left out.
 * Throws TypeError on what JSON cannot hold; whether a value may enter the log is `findJsonFault`'s question.
 */
export function canonicalText(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('a JSON number is finite');
      return JSON.stringify(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? `[${value.map(canonicalText).join(',')}]` : objectText(value);
    case 'undefined':
    case 'bigint':
    case 'symbol':
    case 'function':
    default:
      throw new TypeError(`no JSON text for a ${typeof value}`);
  }
}

function objectText(value: object): string {
  // A Date or Map has no members and would silently become {}, the same text for all of them.
  const isPlain = Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain && Object.prototype.toString.call(value) !== '[object Object]')
    throw new TypeError('no JSON object');
  let text = '';
  // Without a comparing function strings are sorted by their UTF-16 code units, as the RFC asks.
  for (const key of Object.keys(value).sort()) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalText(member)}`;
  }
  return `{${text}}`;
}
