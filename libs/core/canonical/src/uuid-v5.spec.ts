import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';

import { ENTENTE_NAMESPACE, isUuid, uuidV5 } from './uuid-v5.js';

const sha1 = (bytes: Uint8Array): Uint8Array => createHash('sha1').update(bytes).digest();

/** Written anew from RFC 9562, section 5.5, and with the platform's tools only. */
function reference(namespace: string, name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name);
  const hex = hash.digest('hex').slice(0, 32);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0b0011) | 0b1000).toString(16);
  const digits = `${hex.slice(0, 12)}5${hex.slice(13, 16)}${variant}${hex.slice(17)}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

describe('a name-based UUID', () => {
  it('is made as in the example of RFC 9562, appendix A.4, in our own namespace', () => {
    expect(reference('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
    expect(uuidV5(sha1, 'www.example.com')).toBe(reference(ENTENTE_NAMESPACE, 'www.example.com'));
    expect(uuidV5(sha1, '协议', '1')).toBe(reference(ENTENTE_NAMESPACE, '协议\u001f1'));
  });

  it('is a UUID of version 5', () => {
    const id = uuidV5(sha1, 'main.agreement-1', 'command', '0');
    expect(isUuid(id)).toBe(true);
    expect(id).toMatch(/^.{14}5.{4}[89ab]/);
  });

  it('differs when only the border between its parts does', () => {
    expect(uuidV5(sha1, 'ab', 'c')).not.toBe(uuidV5(sha1, 'a', 'bc'));
  });

  it('refuses a part that holds the separator', () => {
    expect(() => uuidV5(sha1, 'a', 'b\u001fc')).toThrow(TypeError);
  });
});

it.each(['', 'not-a-uuid', '2ED6657D-E927-568B-95E1-2665A8AEA6A2', '2ed6657d-e927-568b-95e1-2665a8aea6a2\n'])(
  '"%s" is no UUID as we write them',
  (text) => {
    expect(isUuid(text)).toBe(false);
  },
);
