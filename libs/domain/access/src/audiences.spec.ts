import type { Audience } from '@entente/agreement';

import {
  BASE,
  BASE_PERSON,
  DISTRICT,
  letterIn,
  type Letter,
} from '../../../../test/support/agreement-builders.js';
import { viewers } from '../../../../test/support/viewers.js';
import { hiddenFrom, mayRead, shownTo } from './audiences.js';

const WHO = [
  'baseHead',
  'baseMember',
  'districtChair',
  'coordinator',
  'auditor',
  'stranger',
  'nobody',
] as const;

const TABLE: readonly (readonly [Audience, string, string])[] = [
  ['own-side', BASE, 'yynnnnn'],
  ['own-side', DISTRICT, 'nnynnnn'],
  ['own-side', 'coordinator', 'nnnyynn'],
  ['coordinators', BASE, 'yynyynn'],
  ['coordinators', DISTRICT, 'nnyyynn'],
  ['coordinators', 'coordinator', 'nnnyynn'],
];

describe('what is written for', () => {
  it.each(TABLE)('%s, by %s', (audience, owner, expected) => {
    const readers = WHO.map((who) => (mayRead(viewers[who], { audience, owner }) ? 'y' : 'n'));
    expect(readers.join('')).toBe(expected);
  });

  it('an audience that this version does not know is for nobody', () => {
    const unknown = { audience: 'everybody' as Audience, owner: BASE };
    expect(WHO.filter((who) => mayRead(viewers[who], unknown))).toEqual([]);
  });
});

describe('an agreement with a party’s own comment', () => {
  const letter = letterIn('drafting').after(
    { type: 'AddComment', partyId: BASE, audience: 'own-side', text: 'Our limit is lower.' },
    { actor: BASE_PERSON },
  );
  const asShown = (one: Letter, who: keyof typeof viewers) =>
    shownTo(viewers[who], one.state, hiddenFrom(viewers[who], one.envelopes()));

  it('is shown whole to that party', () => {
    expect(asShown(letter, 'baseMember')).toEqual(letter.state);
  });

  it('is shown to everybody else as if it had never been written', () => {
    for (const who of ['districtChair', 'coordinator', 'auditor'] as const)
      expect(asShown(letter, who)).toEqual(letterIn('drafting').state);
  });

  it('shows nobody else that it was taken back', () => {
    const commandId = letter.commandId(-1);
    const retract = { type: 'RetractEntry', commandId, reason: 'Said too soon.' } as const;
    const taken = letter.after(retract, { actor: BASE_PERSON });
    expect(asShown(taken, 'districtChair')).toEqual(letterIn('drafting').state);
    expect(asShown(taken, 'baseHead').retracted).toEqual([commandId]);
  });

  it('shows nobody else what a second person is asked about it', () => {
    const commandId = letter.commandId(-1);
    const asked = letter.after({ type: 'RetractEntry', commandId, reason: 'Not mine.', override: true });
    expect(asShown(asked, 'districtChair').overrides).toEqual([]);
    expect(asShown(asked, 'baseHead').overrides).toHaveLength(1);
  });
});
