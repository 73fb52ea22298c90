import { describe, expect, it } from '@jest/globals';

import { searchText, sortText } from './search-text.js';

describe('the text that is searched', () => {
  it('holds every value in lower case, each on a line of its own', () => {
    expect(
      searchText('LOI-2026-0001', { zh: '意向书', en: 'Letter' }, null, undefined, { en: 'ÄRZTE' }),
    ).toBe('loi-2026-0001\n意向书\nletter\närzte');
  });

  it('takes full-width letters and digits for the narrow ones', () => {
    expect(searchText('ＬＯＩ－２０２６')).toBe('loi-2026');
  });
});

it('names are sorted by the Chinese one where there is one, and by no more of it than an index holds', () => {
  expect(sortText({ zh: '大兴', en: 'Daxing' })).toBe('大兴');
  expect(sortText({ en: 'Daxing' })).toBe('daxing');
  expect(sortText({ en: `${'a'.repeat(99)}😀` }).isWellFormed()).toBe(true);
});
