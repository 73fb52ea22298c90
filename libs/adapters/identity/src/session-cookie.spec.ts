import { endedCookie, sessionCookie, tokenOf } from './session-cookie.js';

describe('the session cookie', () => {
  it('is kept from scripts and from other sites', () => {
    expect(sessionCookie('a.b', { secure: false })).toBe(
      'entente_session=a.b; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200',
    );
  });

  it('travels over HTTPS only where the installation is served so', () => {
    expect(sessionCookie('a.b', { secure: true })).toMatch(/; Secure$/u);
  });

  it('is forgotten on signing out', () => {
    expect(endedCookie({ secure: false })).toBe(
      'entente_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0',
    );
  });
});

describe('the token of a request', () => {
  it.each([
    ['the cookie', { cookie: 'entente_session=a.b' }],
    ['the cookie among others', { cookie: 'theme=dark; entente_session=a.b; x=y=z' }],
    ['a bearer token', { authorization: 'Bearer a.b' }],
    ['a bearer token before a cookie', { authorization: 'bearer a.b', cookie: 'entente_session=c.d' }],
  ])('is read from %s', (_, headers) => {
    expect(tokenOf(headers)).toBe('a.b');
  });

  it.each([
    ['no header', {}],
    ['an ended cookie', { cookie: 'entente_session=' }],
    ['a cookie whose name only ends alike', { cookie: 'my_entente_session=a.b' }],
    ['basic authentication', { authorization: 'Basic YTpi' }],
    ['two words after Bearer', { authorization: 'Bearer a b' }],
  ])('is none with %s', (_, headers) => {
    expect(tokenOf(headers)).toBeUndefined();
  });
});
