import { describe, expect, test } from '@jest/globals';

import type { Agreement } from '../api/types.js';
import { differences } from './differences.js';

const base: Agreement = {
  kind: 'letter-of-intent',
  definition: 'letter-of-intent@1',
  title: { en: 'Letter' },
  proposedAt: '2026-11-01T01:00:00Z',
  proposedBy: 'person',
  stage: 'drafting',
  stageTitle: { en: 'Drafting' },
  activities: ['parties@1', 'text@1'],
  moves: [],
  ended: false,
  stageSince: '2026-11-01T01:00:00Z',
  parties: [{ partyId: 'a', name: { en: 'Base' }, role: 'think-tank-base', signatures: [], signed: false }],
  sections: [],
  textHash: null,
  milestones: [],
  deadlines: [],
  retracted: [],
  overrides: [],
  turn: { who: ['a'], since: '2026-11-01T01:00:00Z', began: ['2026-11-01T01:00:00Z'] },
};

describe('the difference of two states', () => {
  test('equal states have none', () => {
    expect(differences(base, structuredClone(base))).toEqual([]);
  });

  test('a stage and the turn that goes with it are named with both values', () => {
    const after: Agreement = {
      ...base,
      stage: 'signing',
      stageTitle: { en: 'Signing' },
      turn: { who: ['coordinator'], since: base.stageSince, began: [base.stageSince] },
    };
    expect(differences(base, after)).toMatchObject([
      { name: 'stage', before: { text: { en: 'Drafting' } }, after: { text: { en: 'Signing' } } },
      { name: 'turn', before: { names: [{ en: 'Base' }] }, after: { names: ['coordinator'] } },
    ]);
  });

  test('what appeared has no before, what a retraction took away has no after', () => {
    const [party] = base.parties;
    const signed: Agreement = {
      ...base,
      parties: [
        {
          ...party!,
          signed: true,
          signatures: [{ positionId: 'head', means: 'ink', signedOn: '2026-12-23' }],
        },
      ],
    };
    expect(differences(base, signed)).toMatchObject([
      { name: 'signature', of: { en: 'Base' }, before: null, after: { day: '2026-12-23' } },
    ]);
    expect(differences(signed, base)).toMatchObject([{ name: 'signature', after: null }]);
  });

  test('a revised section is one difference per language', () => {
    const rendition = (body: string) => ({ heading: 'Aim', body, hash: body });
    const before: Agreement = {
      ...base,
      sections: [{ sectionId: 'aim', renditions: { en: rendition('x'), zh: rendition('甲') } }],
    };
    const after: Agreement = {
      ...base,
      sections: [{ sectionId: 'aim', renditions: { en: rendition('y'), zh: rendition('甲') } }],
    };
    expect(differences(before, after)).toMatchObject([{ name: 'section', key: 'section aim-en' }]);
  });

  test('the difference read backwards swaps before and after', () => {
    const after: Agreement = { ...base, number: 'LOI-2026-0001' };
    expect(differences(base, after)[0]).toMatchObject({ before: null, after: { text: 'LOI-2026-0001' } });
    expect(differences(after, base)[0]).toMatchObject({ before: { text: 'LOI-2026-0001' }, after: null });
  });
});
