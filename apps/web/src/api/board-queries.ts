import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

import { LETTERS_AT_ONCE } from './ahead.js';
import { answer, client } from './client.js';
import { nextPage } from './pages.js';
import type { BoardPage, Coverage, SavedBoardFilters, StageName, WorkPage } from './types.js';

export interface BoardFilter {
  readonly stages: readonly StageName[];
  readonly search: string;
  readonly partyId: string;
  /** A further party, where a pair was chosen. */
  readonly withPartyId: string;
  readonly mine: boolean;
  readonly late: boolean;
  /** In which it was proposed; empty: in any. */
  readonly year: string;
  readonly field: string;
  /** Texts by the names of attributes. */
  readonly attributes: Readonly<Record<string, string>>;
}

export const boardQuery = (filter: BoardFilter) =>
  infiniteQueryOptions({
    queryKey: ['board', filter],
    queryFn: ({ pageParam: cursor, signal }): Promise<BoardPage> =>
      answer(
        client.GET('/api/agreements', {
          params: {
            query: {
              limit: LETTERS_AT_ONCE,
              ...(filter.stages.length > 0 && { stage: [...filter.stages] }),
              ...(filter.search !== '' && { search: filter.search }),
              ...(filter.partyId !== '' && { partyId: filter.partyId }),
              ...(filter.withPartyId !== '' && { withPartyId: filter.withPartyId }),
              ...(filter.mine && { mine: true }),
              ...(filter.late && { late: true }),
              ...(filter.year !== '' && { year: Number(filter.year) }),
              ...(filter.field !== '' && { field: filter.field }),
              ...(Object.keys(filter.attributes).length > 0 && { attribute: { ...filter.attributes } }),
              ...(cursor !== undefined && { cursor }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextPage,
    placeholderData: keepPreviousData,
  });

export const boardFiltersQuery = queryOptions({
  queryKey: ['board-filters'],
  queryFn: ({ signal }): Promise<SavedBoardFilters> => answer(client.GET('/api/board-filters', { signal })),
});

export const coverageQuery = (attributes: BoardFilter['attributes']) =>
  queryOptions({
    queryKey: ['board', 'coverage', attributes],
    queryFn: ({ signal }): Promise<Coverage> => {
      const query = Object.keys(attributes).length > 0 ? { attribute: { ...attributes } } : {};
      return answer(client.GET('/api/coverage', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
  });

export type WorkList = 'owed' | 'awaited';

export const myWorkQuery = (list: WorkList) =>
  infiniteQueryOptions({
    queryKey: ['work', list],
    queryFn: ({ pageParam: cursor, signal }): Promise<WorkPage> =>
      answer(
        client.GET('/api/my-work', {
          params: { query: { list, limit: 25, ...(cursor !== undefined && { cursor }) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextPage,
    placeholderData: keepPreviousData,
  });

export const deskLettersQuery = (deskId: string) =>
  infiniteQueryOptions({
    queryKey: ['board', 'desk', deskId],
    queryFn: ({ pageParam: cursor, signal }): Promise<BoardPage> =>
      answer(
        client.GET('/api/agreements', {
          params: { query: { deskId, limit: 25, ...(cursor !== undefined && { cursor }) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextPage,
  });
