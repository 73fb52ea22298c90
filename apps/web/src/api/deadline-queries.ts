import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

import { answer, client } from './client.js';
import { nextPage } from './pages.js';
import type {
  CalendarList,
  CalendarYear,
  DeadlineKind,
  DeadlinePage,
  DeadlineSpan,
  OutageReport,
  Page,
  ProposalPage,
  MessagePreview,
  ReminderRow,
} from './types.js';

export interface DeadlinesFilter {
  /** Absent: whenever it is due. */
  readonly when: DeadlineSpan | undefined;
  readonly kind: DeadlineKind | undefined;
  readonly mine: boolean;
  readonly search: string;
}

export const deadlinesQuery = ({ when, kind, mine, search }: DeadlinesFilter) =>
  infiniteQueryOptions({
    queryKey: ['deadlines', { when, kind, mine, search }],
    queryFn: ({ pageParam: cursor, signal }): Promise<DeadlinePage> =>
      answer(
        client.GET('/api/deadlines', {
          params: {
            query: {
              limit: 25,
              ...(when && { when }),
              ...(kind && { kind }),
              ...(mine && { mine }),
              ...(search !== '' && { search }),
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

/** Steps of all deadlines of a letter. */
export const deadlineRemindersQuery = (agreementId: string) =>
  queryOptions({
    queryKey: ['deadlines', 'reminders', agreementId],
    queryFn: ({ signal }): Promise<Page<ReminderRow>> =>
      answer(
        client.GET('/api/agreements/{agreement}/reminders', {
          params: { path: { agreement: agreementId }, query: { limit: 100 } },
          signal,
        }),
      ),
  });

/** The newest version of each. */
export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: ({ signal }): Promise<CalendarList> => answer(client.GET('/api/calendars', { signal })),
});

export const calendarYearQuery = (calendar: string, year: number) =>
  queryOptions({
    queryKey: ['calendars', calendar, year],
    queryFn: ({ signal }): Promise<CalendarYear> =>
      answer(
        client.GET('/api/calendars/{calendar}/years/{year}', {
          params: { path: { calendar, year: String(year) } },
          signal,
        }),
      ),
  });

export const proposalsQuery = (calendar: string) =>
  infiniteQueryOptions({
    queryKey: ['calendars', calendar, 'proposals'],
    queryFn: ({ pageParam: after, signal }): Promise<ProposalPage> =>
      answer(
        client.GET('/api/calendars/{calendar}/proposals', {
          params: { path: { calendar }, query: after === undefined ? {} : { after } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** What went out late in the last days, for those who see the outbox. */
export const outageQuery = queryOptions({
  queryKey: ['deadlines', 'late'],
  queryFn: ({ signal }): Promise<OutageReport> => answer(client.GET('/api/reminders/late', { signal })),
});

/** What a planned step would say, to whom and when. */
export const messagePreviewQuery = (agreement: string, deadline: string, step: string) =>
  queryOptions({
    queryKey: ['deadlines', 'preview', agreement, deadline, step],
    queryFn: ({ signal }): Promise<MessagePreview> =>
      answer(
        client.GET('/api/agreements/{agreement}/reminders/{deadline}/{step}/messages', {
          params: { path: { agreement, deadline, step } },
          signal,
        }),
      ),
  });

/** Of the days of one month, YYYY-MM, whichever way the list is narrowed otherwise. */
export const monthDeadlinesQuery = ({ kind, mine, search }: DeadlinesFilter, month: string) =>
  infiniteQueryOptions({
    queryKey: ['deadlines', 'month', month, { kind, mine, search }],
    queryFn: ({ pageParam: cursor, signal }): Promise<DeadlinePage> =>
      answer(
        client.GET('/api/deadlines', {
          params: {
            query: {
              limit: 100,
              month,
              ...(kind && { kind }),
              ...(mine && { mine }),
              ...(search !== '' && { search }),
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
