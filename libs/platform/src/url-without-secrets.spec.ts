import { urlWithoutSecrets, withoutSecrets } from './url-without-secrets.js';

describe('a URL as it may be shown', () => {
  it.each([
    ['postgres://u:p@db:5432/entente', 'postgres://db:5432/entente'],
    ['postgres://u:p%40ss@db/x?password=p', 'postgres://db/x'],
    ['postgres://u:p@ss@db/x', 'postgres://db/x'],
    ['kurrentdb+discover://u:p@a:1,b:2?tls=false', 'kurrentdb+discover://a:1,b:2'],
    ['smtp://mail', 'smtp://mail'],
    ['u:p@db', 'db'],
    ['postgres:u:p@db', 'db'],
  ])('%s is %s', (url, shown) => {
    expect(urlWithoutSecrets(url)).toBe(shown);
  });

  it('stands in a sentence without its credentials', () => {
    expect(withoutSecrets('from redis://:p@cache:6379 to "postgres://u:p@db/x", by mail@example.org')).toBe(
      'from redis://cache:6379 to "postgres://db/x", by mail@example.org',
    );
  });
});
