import type { AnswerLink } from '@entente/application';
import fc from 'fast-check';

import { SignedAnswerLinks } from './signed-answer-links.js';

const link: AnswerLink = {
  space: 'main',
  agreementId: '40000000-0000-4000-8000-000000000001',
  deadlineId: 'signing-19',
  version: 21,
  positionId: '20000000-0000-4000-8000-00000000000a',
  personId: '30000000-0000-4000-8000-0000000000ff',
  lastDay: '2026-04-15',
  copied: false,
};
const links = new SignedAnswerLinks(Buffer.alloc(32, 1), 'https://letters.example/');
const tokenOf = (one: AnswerLink): string => links.urlOf(one).replace('https://letters.example/answer/', '');

describe('a link that answers', () => {
  it('says what it was made for, in few signs that travel everywhere', () => {
    const token = tokenOf(link);
    expect(links.read(token)).toEqual(link);
    expect(token).toMatch(/^[A-Za-z0-9_-]{150,200}$/u);
    expect(links.urlOf(link)).toBe(links.urlOf({ ...link }));
  });

  it('carries ids of any kind', () => {
    fc.assert(
      fc.property(
        fc.record({
          space: fc.constantFrom('main', 'demo'),
          agreementId: fc.uuid(),
          deadlineId: fc.stringMatching(/^[a-z]{1,20}-\d{1,4}$/u),
          version: fc.nat(),
          positionId: fc.oneof(fc.uuid(), fc.stringMatching(/^[a-z-]{1,20}$/u)),
          personId: fc.uuid(),
          lastDay: fc.constant('2026-04-15'),
          copied: fc.boolean(),
        }),
        (one) => {
          expect(links.read(tokenOf(one))).toEqual(one);
        },
      ),
    );
  });

  it('is nobody else’s: whatever is changed in it, it is not one of ours', () => {
    const token = tokenOf(link);
    for (let index = 0; index < token.length; index += 1) {
      const other = token[index] === 'A' ? 'B' : 'A';
      expect(links.read(`${token.slice(0, index)}${other}${token.slice(index + 1)}`)).toBeUndefined();
    }
  });

  it('is not one of ours when another installation signed it, or nobody', () => {
    const others = new SignedAnswerLinks(Buffer.alloc(32, 2), 'https://letters.example');
    const content = tokenOf(link).slice(0, -22);
    for (const token of [
      others.urlOf(link).split('/').at(-1) ?? '',
      content,
      '',
      'x',
      `${content}.${tokenOf(link).slice(-22)}`,
      `${tokenOf(link)}=`,
      'a'.repeat(10_000),
      '../../etc/passwd',
    ])
      expect(links.read(token)).toBeUndefined();
  });
});
