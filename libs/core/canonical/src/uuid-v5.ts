/** Answers the 20 bytes of SHA-1 (FIPS 180-4); passed in, because core reaches for no platform module. */
export type Sha1 = (bytes: Uint8Array) => Uint8Array;

/** Every name-based id of Entente is made in this namespace, so ids of other systems never collide with ours. */
export const ENTENTE_NAMESPACE = '5f0c1c0e-7d0b-5c64-9d53-1d9a6b1f2a77';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

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
  const name = new TextEncoder().encode(parts.join('\u001f'));
  const namespace = bytesOf(ENTENTE_NAMESPACE);
  const input = new Uint8Array(namespace.length + name.length);
  input.set(namespace);
  input.set(name, namespace.length);
  const hash = sha1(input).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function bytesOf(uuid: string): Uint8Array {
  const hex = uuid.replaceAll('-', '');
  return Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
}
