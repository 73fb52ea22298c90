import fc from 'fast-check';
import { createHmac } from 'node:crypto';

import { SESSION_HOURS, SessionTokens } from './session-tokens.js';

const START = Date.UTC(2026, 11, 23);
const HOUR = 3_600_000;
const person = '6f2d6a8e-3a52-5f0e-9f3b-0d8f3c1b2a4d';
const key = Buffer.alloc(32, 7);

function tokensAt(now: number, withKey = key): SessionTokens {
  return new SessionTokens(withKey, () => now);
}

describe('a session token', () => {
  const { token } = tokensAt(START).issue('main', person);

  it('says who is signed in, and where', () => {
    expect(tokensAt(START).read(token)).toEqual({
      space: 'main',
      personId: person,
      expires: START + SESSION_HOURS * HOUR,
    });
  });

  it('is valid to its last millisecond and not a moment longer', () => {
    expect(tokensAt(START + SESSION_HOURS * HOUR - 1).read(token)).toBeDefined();
    expect(tokensAt(START + SESSION_HOURS * HOUR).read(token)).toBeUndefined();
  });

  it('of another installation is worth nothing here', () => {
    expect(tokensAt(START, Buffer.alloc(32, 8)).read(token)).toBeUndefined();
  });

  it('with a changed content is worth nothing', () => {
    const [content = '', signature = ''] = token.split('.');
    const session = JSON.parse(Buffer.from(content, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...session, space: 'demo' })).toString('base64url');
    expect(tokensAt(START).read(`${forged}.${signature}`)).toBeUndefined();
  });

  it('with its signature cut, lengthened, doubled or missing is worth nothing', () => {
    const [content = '', signature = ''] = token.split('.');
    const wrong = [
      content,
      `${content}.`,
      `${token}.`,
      `${token}.x`,
      `.${signature}`,
      token.slice(0, -2),
      `${token}AA`,
    ];
    for (const text of wrong) expect(tokensAt(START).read(text)).toBeUndefined();
  });

  it('must carry the whole signature, not a prefix of it', () => {
    const [content = ''] = token.split('.');
    const prefix = createHmac('sha256', key).update(content).digest().subarray(0, 16).toString('base64url');
    expect(tokensAt(START).read(`${content}.${prefix}`)).toBeUndefined();
  });

  it('is never read from any other text, and reading never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String().map((text) => `${text}.${text}`),
        ),
        (text) => {
          expect(tokensAt(START).read(text)).toBeUndefined();
        },
      ),
    );
    expect(tokensAt(START).read('a.b'.repeat(100_000))).toBeUndefined();
  });
});
