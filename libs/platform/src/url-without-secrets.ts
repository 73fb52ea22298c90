/** A URL as it may be shown: without credentials and without the query, which may carry them too. */
export function urlWithoutSecrets(text: string): string {
  const withoutQuery = text.replace(/[?#].*$/su, '');
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//iu.exec(withoutQuery)?.[0] ?? '';
  const rest = withoutQuery.slice(scheme.length);
  const at = rest.lastIndexOf('@');
  return scheme + rest.slice(at + 1);
}

/** The same for URLs that stand somewhere in a sentence, e.g. in a driver's error. */
export function withoutSecrets(text: string): string {
  return text.replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s"'@]*@/giu, '$1');
}
