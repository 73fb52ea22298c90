import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  type InfiniteData,
} from '@tanstack/react-query';

import { LETTERS_AT_ONCE } from './ahead.js';
import { answer, client } from './client.js';
import { Problem } from './problem.js';
import type {
  AgreementDetail,
  AgreementReplay,
  AgreementText,
  BoardPage,
  CalendarList,
  CalendarYear,
  Coverage,
  DeadlineKind,
  DeadlinePage,
  DeadlineSpan,
  DeskDetail,
  DeskList,
  HistoryLine,
  MeetingDetail,
  MeetingRow,
  OrganisationDetail,
  OrganisationRow,
  OutboxMail,
  Page,
  PersonDetail,
  PersonRow,
  PositionsOnDay,
  ReminderRow,
  ProposalPage,
  Session,
  Space,
  StageName,
  TextDifference,
  WorkPage,
  DefinitionList,
  WorkflowDefinition,
  SavedBoardFilters,
} from './types.js';

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
}

const nextPage = (page: Page<unknown>): string | undefined => page.nextCursor ?? undefined;

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

export const coverageQuery = queryOptions({
  queryKey: ['board', 'coverage'],
  queryFn: ({ signal }): Promise<Coverage> => answer(client.GET('/api/coverage', { signal })),
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

export const definitionsQuery = () =>
  queryOptions({
    queryKey: ['definitions'],
    queryFn: (): Promise<DefinitionList> => answer(client.GET('/api/definitions')),
    staleTime: 60_000,
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

export const rows = <Row>(data: InfiniteData<Page<Row>> | undefined): Row[] =>
  data?.pages.flatMap(({ items }) => items) ?? [];

/** What another try would not change is shown at once; the rest is tried once more. */
export const worthRetrying = (failures: number, error: unknown): boolean =>
  failures < 1 && !(error instanceof Problem && error.status < 500);
