import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

import { answer, client } from './client.js';
import { nextPage } from './pages.js';
import type {
  DeskDetail,
  DeskList,
  OrganisationDetail,
  OrganisationRow,
  Page,
  PersonDetail,
  PersonRow,
  PositionsOnDay,
} from './types.js';

export const organisationsQuery = (search: string) =>
  queryOptions({
    queryKey: ['organisations', search],
    queryFn: ({ signal }): Promise<Page<OrganisationRow>> =>
      answer(
        client.GET('/api/organisations', {
          params: { query: { limit: 50, ...(search !== '' && { search }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const organisationQuery = (organisation: string) =>
  queryOptions({
    queryKey: ['organisations', 'one', organisation],
    queryFn: ({ signal }): Promise<OrganisationDetail> =>
      answer(client.GET('/api/organisations/{organisation}', { params: { path: { organisation } }, signal })),
  });

export const positionsOnQuery = (organisation: string, on: string) =>
  queryOptions({
    queryKey: ['organisations', 'on', organisation, on],
    queryFn: ({ signal }): Promise<PositionsOnDay> =>
      answer(
        client.GET('/api/organisations/{organisation}/positions', {
          params: { path: { organisation }, query: { on } },
          signal,
        }),
      ),
  });

export const peopleQuery = (search: string) =>
  queryOptions({
    queryKey: ['people', search],
    queryFn: ({ signal }): Promise<Page<PersonRow>> =>
      answer(
        client.GET('/api/people', {
          params: { query: { limit: 50, ...(search !== '' && { search }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const peopleListQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['people', 'list', search],
    queryFn: ({ pageParam: cursor, signal }): Promise<Page<PersonRow>> =>
      answer(
        client.GET('/api/people', {
          params: {
            query: { limit: 50, ...(search !== '' && { search }), ...(cursor !== undefined && { cursor }) },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextPage,
    placeholderData: keepPreviousData,
  });

export const personQuery = (person: string) =>
  queryOptions({
    queryKey: ['people', 'one', person],
    queryFn: ({ signal }): Promise<PersonDetail> =>
      answer(client.GET('/api/people/{person}', { params: { path: { person } }, signal })),
  });

export const desksQuery = queryOptions({
  queryKey: ['desks'],
  queryFn: ({ signal }): Promise<DeskList> => answer(client.GET('/api/desks', { signal })),
});

/** As of a day; without one, of today. */
export const deskQuery = (desk: string, on = '') =>
  queryOptions({
    queryKey: ['desks', 'one', desk, on],
    queryFn: ({ signal }): Promise<DeskDetail> =>
      answer(
        client.GET('/api/desks/{desk}', {
          params: { path: { desk }, query: on === '' ? {} : { on } },
          signal,
        }),
      ),
  });
