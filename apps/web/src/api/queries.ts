import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { answer, client } from './client.js';
import { nextPage } from './pages.js';
import type {
  DefinitionList,
  LettersByDefinition,
  MeetingDetail,
  MeetingRow,
  OutboxMail,
  Page,
  PersonRow,
  Session,
  Space,
  WorkflowDefinition,
} from './types.js';

export * from './agreement-queries.js';
export * from './answer-queries.js';
export * from './board-queries.js';
export * from './deadline-queries.js';
export * from './directory-queries.js';
export * from './notice-queries.js';
export { rows, worthRetrying } from './pages.js';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: (): Promise<Session> => answer(client.GET('/api/session')),
  staleTime: Infinity,
});

export const peopleToSignInQuery = (space: Space) =>
  queryOptions({
    queryKey: ['session', 'people', space],
    queryFn: (): Promise<PersonRow[]> =>
      answer(client.GET('/api/session/people', { params: { query: { space } } })),
  });

export const definitionsQuery = () =>
  queryOptions({
    queryKey: ['definitions'],
    queryFn: (): Promise<DefinitionList> => answer(client.GET('/api/definitions')),
    staleTime: 60_000,
  });

export const lettersByDefinitionQuery = queryOptions({
  queryKey: ['definitions', 'letters'],
  queryFn: ({ signal }): Promise<LettersByDefinition> =>
    answer(client.GET('/api/definitions/letters', { signal })),
});

export const definitionQuery = (nameAtVersion: string) =>
  queryOptions({
    queryKey: ['definition', nameAtVersion],
    queryFn: (): Promise<WorkflowDefinition> =>
      answer(
        client.GET('/api/definitions/{definition}', { params: { path: { definition: nameAtVersion } } }),
      ),
    staleTime: Infinity,
  });

export const meetingsQuery = infiniteQueryOptions({
  queryKey: ['meetings'],
  queryFn: ({ pageParam: cursor, signal }): Promise<Page<MeetingRow>> =>
    answer(
      client.GET('/api/meetings', {
        params: { query: { limit: 25, ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: nextPage,
});

export const meetingQuery = (meeting: string) =>
  queryOptions({
    queryKey: ['meetings', 'one', meeting],
    queryFn: ({ signal }): Promise<MeetingDetail> =>
      answer(client.GET('/api/meetings/{meeting}', { params: { path: { meeting } }, signal })),
  });

export const outboxQuery = infiniteQueryOptions({
  queryKey: ['outbox'],
  queryFn: ({ pageParam: cursor, signal }): Promise<Page<OutboxMail>> =>
    answer(
      client.GET('/api/outbox', {
        params: { query: { limit: 30, ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: nextPage,
});
