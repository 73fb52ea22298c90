import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

import { answer, client } from './client.js';
import { nextPage } from './pages.js';
import type { InboxPage, OutboxMailDetail } from './types.js';

export const outboxMailQuery = (mail: string) =>
  queryOptions({
    queryKey: ['outbox', 'mail', mail],
    queryFn: ({ signal }): Promise<OutboxMailDetail> =>
      answer(client.GET('/api/outbox/{mail}', { params: { path: { mail } }, signal })),
  });

export const inboxQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['inbox', unread],
    queryFn: ({ pageParam: cursor, signal }): Promise<InboxPage> =>
      answer(
        client.GET('/api/inbox', {
          params: {
            query: { limit: 30, ...(unread && { unread }), ...(cursor !== undefined && { cursor }) },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextPage,
    placeholderData: keepPreviousData,
  });

/** How many the bell tells of. */
export const unreadQuery = queryOptions({
  queryKey: ['inbox', 'count'],
  queryFn: async ({ signal }): Promise<number> => {
    const { unread } = await answer<InboxPage>(
      client.GET('/api/inbox', { params: { query: { limit: 1 } }, signal }),
    );
    return unread;
  },
});
