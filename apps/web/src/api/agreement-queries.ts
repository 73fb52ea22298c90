import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

import { answer, client } from './client.js';
import { nextPage } from './pages.js';
import type {
  AgreementDetail,
  AgreementReplay,
  AgreementText,
  HistoryLine,
  Page,
  TextDifference,
} from './types.js';

export const agreementQuery = (id: string) =>
  queryOptions({
    queryKey: ['agreement', id],
    queryFn: ({ signal }): Promise<AgreementDetail> =>
      answer(client.GET('/api/agreements/{agreement}', { params: { path: { agreement: id } }, signal })),
  });

export const historyQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['agreement', id, 'history'],
    queryFn: ({ pageParam: cursor, signal }): Promise<Page<HistoryLine>> =>
      answer(
        client.GET('/api/agreements/{agreement}/history', {
          params: { path: { agreement: id }, query: { limit: 50, ...(cursor !== undefined && { cursor }) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextPage,
  });

/** What became of its reminders. */
export const reminderHistoryQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['agreement', id, 'history', 'reminders'],
    queryFn: ({ pageParam: cursor, signal }): Promise<Page<HistoryLine>> =>
      answer(
        client.GET('/api/agreements/{agreement}/history', {
          params: {
            path: { agreement: id },
            query: { of: 'reminders', limit: 50, ...(cursor !== undefined && { cursor }) },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextPage,
  });

/** The past does not change: once known, a revision is never asked for again. Only `lastRevision` ages. */
export const replayQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ['replay', id, revision],
    queryFn: ({ signal }): Promise<AgreementReplay> =>
      answer(
        client.GET('/api/agreements/{agreement}/replay', {
          params: { path: { agreement: id }, query: { revision } },
          signal,
        }),
      ),
    staleTime: Infinity,
    gcTime: 10 * 60_000,
  });

/** The text as it is, and every version there has been. */
export const textQuery = (id: string) =>
  queryOptions({
    queryKey: ['agreement', id, 'text'],
    queryFn: ({ signal }): Promise<AgreementText> =>
      answer(client.GET('/api/agreements/{agreement}/text', { params: { path: { agreement: id } }, signal })),
  });

export const textDifferenceQuery = (id: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['text-difference', id, from, to],
    queryFn: ({ signal }): Promise<TextDifference> =>
      answer(
        client.GET('/api/agreements/{agreement}/text/diff', {
          params: { path: { agreement: id }, query: { from, to } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
