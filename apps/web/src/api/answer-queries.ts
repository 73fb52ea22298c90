import { queryOptions } from '@tanstack/react-query';

import { answer, client } from './client.js';
import type { AnswerLinkPage, MessageToCopy, RemindedPeople } from './types.js';

/** Who is reminded of a deadline, and what they answered. */
export const remindedPeopleQuery = (agreement: string, deadline: string) =>
  queryOptions({
    queryKey: ['deadlines', 'people', agreement, deadline],
    queryFn: ({ signal }): Promise<RemindedPeople> =>
      answer(
        client.GET('/api/agreements/{agreement}/deadlines/{deadline}/people', {
          params: { path: { agreement, deadline } },
          signal,
        }),
      ),
  });

export const messageToCopyQuery = (agreement: string, deadline: string, position: string) =>
  queryOptions({
    queryKey: ['deadlines', 'message', agreement, deadline, position],
    queryFn: ({ signal }): Promise<MessageToCopy> =>
      answer(
        client.GET('/api/agreements/{agreement}/deadlines/{deadline}/message', {
          params: { path: { agreement, deadline }, query: { position } },
          signal,
        }),
      ),
  });

/** What a link answers, asked of whoever has it. */
export const answerLinkQuery = (token: string) =>
  queryOptions({
    queryKey: ['answer', token],
    queryFn: ({ signal }): Promise<AnswerLinkPage> =>
      answer(client.GET('/api/answers/{token}', { params: { path: { token } }, signal })),
  });
