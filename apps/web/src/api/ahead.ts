import type { Language } from './types.js';

export const LETTERS_AT_ONCE = 25;

const asked = new Map<string, Promise<Response | undefined>>();

/** What the first page asks is on its way while the program that shows it still is. */
export function askAhead(language: Language): void {
  const ask = (address: string): void => {
    const answer = fetch(address, { headers: { 'Accept-Language': language } }).catch(() => undefined);
    asked.set(new URL(address, location.href).href, answer);
  };
  ask('/api/session');
  if (location.pathname === '/' && location.search === '') ask(`/api/agreements?limit=${LETTERS_AT_ONCE}`);
}

/** Only once: whoever asks again wants to know what is so by then. */
export function askedAhead({ method, url }: Request): Promise<Response | undefined> | undefined {
  if (method !== 'GET') return undefined;
  const answer = asked.get(url);
  asked.delete(url);
  return answer;
}
