/** Answers the 20 bytes of SHA-1 (FIPS 180-4); passed in, because core reaches for no platform module. */
export type Sha1 = (bytes: Uint8Array) => Uint8Array;

/** Every name-based id of Entente is made in this namespace, so ids of other systems never collide with ours. */
export const ENTENTE_NAMESPACE = '5f0c1c0e-7d0b-5c64-9d53-1d9a6b1f2a77';

const NAMESPACE = bytesOf(ENTENTE_NAMESPACE);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const utf8 = new TextEncoder();

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/**
 * Name-based UUID, version 5 (RFC 9562, section 5.5), of the parts joined by U+001F, which no part may contain:
 * without a separator ("ab", "c") and ("a", "bc") would be one name.
 */
export function uuidV5(sha1: Sha1, ...parts: readonly [string, ...string[]]): string {
  if (parts.some((part) => part.includes('\u001f')))
    throw new TypeError('a part of a UUID name holds U+001F');
  const name = utf8.encode(parts.join('\u001f'));
  const input = new Uint8Array(NAMESPACE.length + name.length);
  input.set(NAMESPACE);
  input.set(name, NAMESPACE.length);
  const hash = sha1(input);
  let uuid = '';
  for (let index = 0; index < 16; index += 1) {
    let byte = hash[index] ?? 0;
    if (index === 6) byte = (byte & 0x0f) | 0x50;
    if (index === 8) byte = (byte & 0x3f) | 0x80;
    uuid += index === 4 || index === 6 || index === 8 || index === 10 ? `-${hexOf(byte)}` : hexOf(byte);
  }
  return uuid;
}

function hexOf(byte: number): string {
  return HEX[byte] ?? '';
}

function bytesOf(uuid: string): Uint8Array {
  const hex = uuid.replaceAll('-', '');
  return Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
}
