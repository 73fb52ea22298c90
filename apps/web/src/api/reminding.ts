import { queryOptions } from '@tanstack/react-query';

import { answer, client } from './client.js';
import { written } from './writing.js';
import type {
  DeadlineKind,
  PreviewChanges,
  PreviewedStep,
  ReminderPolicies,
  ReminderPreferences,
  SetReminders,
} from './types.js';

const at = (agreement: string, key?: string) => ({
  params: { path: { agreement } },
  ...(key !== undefined && { headers: { 'Idempotency-Key': key } }),
});

/** When people are reminded of a letter, who said so, and whether they are. */
export const reminderPolicyQuery = (agreementId: string) =>
  queryOptions({
    queryKey: ['deadlines', 'policy', agreementId],
    queryFn: ({ signal }): Promise<ReminderPolicies> =>
      answer(client.GET('/api/agreements/{agreement}/reminder-policy', { ...at(agreementId), signal })),
  });

/** Who is reminded when, and what changes would make of it. */
export const previewQuery = (agreementId: string, changes: PreviewChanges) =>
  queryOptions({
    queryKey: ['deadlines', 'preview', agreementId, changes],
    queryFn: ({ signal }): Promise<{ readonly items: readonly PreviewedStep[] }> =>
      answer(
        client.POST('/api/agreements/{agreement}/reminders/preview', {
          ...at(agreementId),
          body: changes,
          signal,
        }),
      ),
    retry: false,
  });

export const setReminderPolicy = (
  agreementId: string,
  body: { readonly kind: DeadlineKind; readonly policy: SetReminders },
  key: string,
) =>
  written(
    answer(client.POST('/api/agreements/{agreement}/set-reminder-policy', { ...at(agreementId, key), body })),
  );

export const muteReminders = (
  agreementId: string,
  body: { readonly until: string; readonly reason: string },
  key: string,
) =>
  written(
    answer(client.POST('/api/agreements/{agreement}/mute-reminders', { ...at(agreementId, key), body })),
  );

export const unmuteReminders = (agreementId: string, key: string) =>
  written(
    answer(
      client.POST('/api/agreements/{agreement}/unmute-reminders', { ...at(agreementId, key), body: {} }),
    ),
  );

export const remindNow = (agreementId: string, deadlineId: string, key: string) =>
  written(
    answer(
      client.POST('/api/agreements/{agreement}/remind-now', {
        ...at(agreementId, key),
        body: { deadlineId },
      }),
    ),
  );

export const setReminderPreferences = (person: string, body: ReminderPreferences, key: string) =>
  written(
    answer(
      client.POST('/api/people/{person}/set-reminder-preferences', {
        params: { path: { person } },
        body,
        headers: { 'Idempotency-Key': key },
      }),
    ),
  );
