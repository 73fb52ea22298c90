import { canonicalText } from '@entente/canonical';
import { refuse, type Refused, type Stamped } from '@entente/event-sourcing';

import { idFault, lineFault } from './checks.js';
import type { BoardFilterFields, BoardFilterRemoved, BoardFilterSaved, PersonFact } from './events.js';
import type { DirectoryRefusalCode } from './refusals.js';

/** Keeps what somebody looks at again and again; under a name that is there already it takes its place. */
export interface SaveBoardFilter {
  readonly type: 'SaveBoardFilter';
  readonly name: string;
  readonly filter: BoardFilterFields;
}
export interface RemoveBoardFilter {
  readonly type: 'RemoveBoardFilter';
  readonly filterId: string;
}
export type BoardFilterCommand = SaveBoardFilter | RemoveBoardFilter;

export type SavedFilter = BoardFilterSaved['data'];

export const MAX_FILTERS = 50;
const MAX_FILTER_NAME = 60;
const MAX_SOUGHT = 200;
const MAX_STAGES = 20;
const MAX_ATTRIBUTES = 20;
/** A stage of that name, or the one of a definition: `survey@1/review`. */
const SOUGHT_STAGE = /^(?:[a-z][a-z0-9-]{0,59}@[1-9][0-9]{0,5}\/)?[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/;

type Decided = readonly PersonFact[] | Refused<DirectoryRefusalCode>;

export function decideBoardFilter(
  saved: readonly SavedFilter[],
  command: BoardFilterCommand,
  commandId: string,
): Decided {
  switch (command.type) {
    case 'SaveBoardFilter':
      return save(saved, command, commandId);
    case 'RemoveBoardFilter': {
      const { filterId } = command;
      const isThere = saved.some((one) => one.filterId === filterId);
      return isThere ? [{ type: 'BoardFilterRemoved', data: { filterId } }] : [];
    }
    default:
      return nothing(command);
  }
}

export function evolveBoardFilters(
  saved: readonly SavedFilter[],
  { type, data }: Stamped<BoardFilterSaved | BoardFilterRemoved>,
): readonly SavedFilter[] {
  const others = saved.filter(({ filterId }) => filterId !== data.filterId);
  return type === 'BoardFilterSaved' ? [...others, data] : others;
}

function save(saved: readonly SavedFilter[], { name, filter }: SaveBoardFilter, commandId: string): Decided {
  const there = saved.find((one) => one.name === name);
  if (there && canonicalText({ ...there.filter }) === canonicalText({ ...filter })) return [];
  if (!there && saved.length >= MAX_FILTERS)
    return refuse('limit-reached', { facts: { limit: MAX_FILTERS } });
  const fault = lineFault('name', name, MAX_FILTER_NAME) ?? filterFault(filter);
  return (
    fault ?? [{ type: 'BoardFilterSaved', data: { filterId: there?.filterId ?? commandId, name, filter } }]
  );
}

function filterFault(filter: BoardFilterFields) {
  const { stages = [], search, field, partyId, withPartyId, deskId, attributes = {} } = filter;
  const asked = Object.entries(attributes);
  if (asked.length > MAX_ATTRIBUTES)
    return refuse('limit-reached', { field: 'filter.attributes', facts: { limit: MAX_ATTRIBUTES } } as const);
  if (stages.length > MAX_STAGES) {
    return refuse('limit-reached', { field: 'filter.stages', facts: { limit: MAX_STAGES } } as const);
  }
  const sought = { search, field };
  const named = { partyId, withPartyId, deskId };
  const faults = [
    ...Object.entries(sought).map(([key, text]) =>
      text === undefined ? undefined : lineFault(`filter.${key}`, text, MAX_SOUGHT),
    ),
    ...Object.entries(named).map(([key, id]) =>
      id === undefined ? undefined : idFault(`filter.${key}`, id),
    ),
    ...stages.map((stage) =>
      SOUGHT_STAGE.test(stage) ? undefined : refuse('invalid-id', { field: 'filter.stages' } as const),
    ),
    ...asked.flatMap(([name, text]) => [
      idFault('filter.attributes', name),
      lineFault(`filter.attributes.${name}`, text, MAX_SOUGHT),
    ]),
  ];
  return faults.find((fault) => fault !== undefined);
}

/** Closes the switch: a command without a rule does not compile, and one from elsewhere does nothing. */
function nothing(_never: never): Decided {
  return [];
}
