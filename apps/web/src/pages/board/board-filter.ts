import type { BoardFilter } from '../../api/queries.js';
import type { StoredFilter } from '../../api/types.js';

/** A stage of that name, or the one of a definition: `survey@1/review`. */
const STAGE = /^(?:[a-z][a-z0-9-]*@[1-9][0-9]*\/)?[a-z][a-z0-9-]*$/;
const ATTRIBUTE = /^attribute\.([a-z][a-z0-9-]*)$/;
const YEAR = /^(?:19|20|21)\d\d$/;

export const NO_FILTER: BoardFilter = {
  stages: [],
  search: '',
  partyId: '',
  withPartyId: '',
  mine: false,
  late: false,
  year: '',
  field: '',
  attributes: {},
};

export function filterFrom(params: URLSearchParams): BoardFilter {
  return {
    stages: params.getAll('stage').filter((stage) => STAGE.test(stage)),
    search: params.get('search') ?? '',
    partyId: params.get('party') ?? '',
    withPartyId: params.get('with') ?? '',
    mine: params.get('mine') === 'yes',
    late: params.get('late') === 'yes',
    year: YEAR.exec(params.get('year') ?? '')?.[0] ?? '',
    field: params.get('field') ?? '',
    attributes: attributesFrom(params),
  };
}

/** `attribute.NAME=value`, as the API takes it. */
export function attributesFrom(params: URLSearchParams): BoardFilter['attributes'] {
  return Object.fromEntries(
    [...params].flatMap(([key, value]) => {
      const [, name] = ATTRIBUTE.exec(key) ?? [];
      return name === undefined || value === '' ? [] : [[name, value]];
    }),
  );
}

export function paramsOf(filter: BoardFilter): URLSearchParams {
  const { stages, search, partyId, withPartyId, mine, late, year, field, attributes } = filter;
  const params = new URLSearchParams(stages.map((stage) => ['stage', stage]));
  if (search !== '') params.set('search', search);
  if (partyId !== '') params.set('party', partyId);
  if (withPartyId !== '') params.set('with', withPartyId);
  if (mine) params.set('mine', 'yes');
  if (late) params.set('late', 'yes');
  if (year !== '') params.set('year', year);
  if (field !== '') params.set('field', field);
  for (const [name, value] of inOrder(attributes)) params.set(`attribute.${name}`, value);
  return params;
}

const inOrder = (attributes: BoardFilter['attributes']): [string, string][] =>
  Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1));

export const isFiltered = (filter: BoardFilter): boolean => paramsOf(filter).size > 0;

export const isSame = (one: BoardFilter, other: BoardFilter): boolean =>
  paramsOf({ ...one, stages: one.stages.toSorted() }).toString() ===
  paramsOf({ ...other, stages: other.stages.toSorted() }).toString();

/** As it is kept with the person: without what it does not ask for. */
export function storedFrom(filter: BoardFilter): StoredFilter {
  const { stages, search, partyId, withPartyId, mine, late, year, field, attributes } = filter;
  return {
    ...(stages.length > 0 && { stages: [...stages] }),
    ...(search !== '' && { search }),
    ...(partyId !== '' && { partyId }),
    ...(withPartyId !== '' && { withPartyId }),
    ...(mine && { mine }),
    ...(late && { late }),
    ...(year !== '' && { year: Number(year) }),
    ...(field !== '' && { field }),
    ...(Object.keys(attributes).length > 0 && { attributes: { ...attributes } }),
  };
}

export function filterOf({ stages, year, ...kept }: StoredFilter): BoardFilter {
  const { search = '', partyId = '', withPartyId = '', mine = false, late = false, field = '' } = kept;
  const { attributes = {} } = kept;
  const stage = (stages ?? []).filter((name) => STAGE.test(name));
  const known = { search, partyId, withPartyId, mine, late, field, attributes };
  return { ...known, stages: stage, year: year === undefined ? '' : String(year) };
}
