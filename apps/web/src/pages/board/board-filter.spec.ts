import { describe, expect, test } from '@jest/globals';

import { filterFrom, filterOf, isFiltered, isSame, NO_FILTER, paramsOf, storedFrom } from './board-filter.js';

describe('the filter in the address', () => {
  test('comes back as it was written', () => {
    const filter = {
      stages: ['drafting' as const, 'signing' as const],
      search: '农业 & more',
      partyId: 'p-1',
      withPartyId: 'p-2',
      mine: true,
      late: true,
      year: '2026',
      field: '现代农业',
      attributes: { depth: '12', season: 'dry & cold' },
    };
    expect(filterFrom(new URLSearchParams(paramsOf(filter).toString()))).toEqual(filter);
  });

  test('an address without one shows everything', () => {
    expect(filterFrom(new URLSearchParams(''))).toEqual(NO_FILTER);
    expect(isFiltered(NO_FILTER)).toBe(false);
  });

  test('what cannot be a stage is ignored', () => {
    const params = 'stage=No%20Stage&stage=review&stage=survey%401%2Freview&stage=survey%2Freview';
    expect(filterFrom(new URLSearchParams(params)).stages).toEqual(['review', 'survey@1/review']);
  });

  test('attributes stand in it as the API takes them', () => {
    const filter = { ...NO_FILTER, attributes: { season: 'dry', depth: '12' } };
    expect(paramsOf(filter).toString()).toBe('attribute.depth=12&attribute.season=dry');
    expect(filterFrom(new URLSearchParams('attribute.=1&attribute.A=2&attribute.a=')).attributes).toEqual({});
  });

  test('a year that none can be is ignored', () => {
    expect(filterFrom(new URLSearchParams('year=12026')).year).toBe('');
  });
});

describe('a filter that is kept', () => {
  const filter = {
    ...NO_FILTER,
    stages: ['signing' as const, 'drafting' as const],
    late: true,
    year: '2026',
    attributes: { depth: '12' },
  };

  test('holds nothing but what it asks for, and comes back as it was', () => {
    expect(storedFrom(filter)).toEqual({
      stages: ['signing', 'drafting'],
      late: true,
      year: 2026,
      attributes: { depth: '12' },
    });
    expect(filterOf(storedFrom(filter))).toEqual(filter);
    expect(filterOf({})).toEqual(NO_FILTER);
  });

  test('is the same whatever the order of its stages', () => {
    expect(isSame(filter, { ...filter, stages: ['drafting', 'signing'] })).toBe(true);
    expect(isSame(filter, { ...filter, mine: true })).toBe(false);
  });
});
