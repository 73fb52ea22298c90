import type { BoardFilter } from '../../api/queries.js';

const STAGE = /^[a-z][a-z0-9-]*$/;

export const NO_FILTER: BoardFilter = {
  stages: [],
  search: '',
  partyId: '',
  withPartyId: '',
  mine: false,
  late: false,
};

export function filterFrom(params: URLSearchParams): BoardFilter {
  return {
    stages: params.getAll('stage').filter((stage) => STAGE.test(stage)),
    search: params.get('search') ?? '',
    partyId: params.get('party') ?? '',
    withPartyId: params.get('with') ?? '',
    mine: params.get('mine') === 'yes',
    late: params.get('late') === 'yes',
  };
}

export function paramsOf({ stages, search, partyId, withPartyId, mine, late }: BoardFilter): URLSearchParams {
  const params = new URLSearchParams(stages.map((stage) => ['stage', stage]));
  if (search !== '') params.set('search', search);
  if (partyId !== '') params.set('party', partyId);
  if (withPartyId !== '') params.set('with', withPartyId);
  if (mine) params.set('mine', 'yes');
  if (late) params.set('late', 'yes');
  return params;
}

export const isFiltered = (filter: BoardFilter): boolean => paramsOf(filter).size > 0;
