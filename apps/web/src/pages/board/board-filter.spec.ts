import { describe, expect, test } from '@jest/globals';

import { filterFrom, isFiltered, NO_FILTER, paramsOf } from './board-filter.js';

describe('the filter in the address', () => {
  test('comes back as it was written', () => {
    const filter = {
      stages: ['drafting' as const, 'signing' as const],
      search: '农业 & more',
      partyId: 'p-1',
      withPartyId: 'p-2',
      mine: true,
      late: true,
    };
    expect(filterFrom(new URLSearchParams(paramsOf(filter).toString()))).toEqual(filter);
  });

  test('an address without one shows everything', () => {
    expect(filterFrom(new URLSearchParams(''))).toEqual(NO_FILTER);
    expect(isFiltered(NO_FILTER)).toBe(false);
  });

  test('what cannot be a stage is ignored', () => {
    expect(filterFrom(new URLSearchParams('stage=No%20Stage&stage=review')).stages).toEqual(['review']);
  });
});
