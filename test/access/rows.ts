import {
  actingPositions,
  coordinatorPosition,
  mayCommand,
  mayKeepFilters,
  mayMoveClock,
  mayPropose,
  maySee,
  maySeeOutbox,
  maySendFiles,
  maySetReminders,
  type Viewer,
} from '@entente/access';
import type { AgreementCommand, AgreementCommandType } from '@entente/agreement';

import { AGREEMENT } from '../support/agreement-builders.js';
import { everyCommand } from '../support/every-command.js';
import { allowed, anybody, has, hiddenUnless, leftOutUnless, noUnless, pathOf } from './cells.js';
import { onDesks } from './desk-rows.js';
import { onDirectory } from './directory-rows.js';
import { FILED, letter } from './letters.js';
import { onMeetings } from './meeting-rows.js';
import { NOBODY } from './people.js';
import { onPublishing } from './publishing-rows.js';
import { onReminders } from './reminder-rows.js';
import type { Row } from './row.js';

const sees = (viewer: Viewer): boolean => maySee(viewer, letter.state);
const entryOfBase = letter.state.entries.find(({ types }) => types.includes('TextApproved'))?.commandId ?? '';

const acts = (viewer: Viewer): boolean =>
  coordinatorPosition(viewer) !== undefined ||
  actingPositions(viewer).some(({ organisationId }) =>
    letter.state.parties.some(({ partyId }) => partyId === organisationId),
  );

/** Sent by automations alone, or by a use case that has a path of its own. */
const WITHOUT_PATH: readonly AgreementCommandType[] = [
  'ProposeAgreement',
  'NumberAgreement',
  'MarkDeadlineMissed',
  'IssueDocument',
];

function onAgreement({ type, ...body }: AgreementCommand, when?: string): Row {
  const command = { type, ...body } as AgreementCommand;
  return {
    route: `POST /api/agreements/{agreement}/${pathOf(type)}`,
    ...(when === undefined ? {} : { when }),
    rule: (viewer) => allowed(mayCommand(viewer, command, letter.state)),
    path: `/api/agreements/${AGREEMENT}/${pathOf(type)}`,
    body,
  };
}

const agreementCommands = Object.values(everyCommand(letter)).filter(
  ({ type }) => !WITHOUT_PATH.includes(type),
);
const ownEntry = { commandId: entryOfBase, reason: 'Meant for another.' };

const onAgreements: readonly Row[] = [
  {
    route: 'GET /api/agreements',
    rule: leftOutUnless(sees),
    path: '/api/agreements',
    shows: has(AGREEMENT, 'agreementId'),
  },
  {
    route: 'POST /api/agreements',
    rule: (viewer) => allowed(mayPropose(viewer)),
    path: '/api/agreements',
    body: { kind: 'letter-of-intent', title: { en: 'A letter' } },
  },
  ...[
    '',
    '/history',
    '/replay?revision=0',
    '/reminders',
    '/reminder-policy',
    '/text',
    '/text/diff?from=0&to=1',
  ].map((part) => ({
    route: `GET /api/agreements/{agreement}${part.replace(/\?.*/u, '')}`,
    rule: hiddenUnless(sees),
    path: `/api/agreements/${AGREEMENT}${part}`,
  })),
  {
    route: 'GET /api/agreements/{agreement}/reminders/{deadline}/{step}/messages',
    rule: noUnless(maySeeOutbox),
    path: `/api/agreements/${AGREEMENT}/reminders/signing-1/remind-5/messages`,
    // There is no such step any more.
    allowed: 404,
  },
  {
    route: 'POST /api/agreements/{agreement}/set-reminder-policy',
    rule: (viewer) => allowed(maySetReminders(viewer, letter.state)),
    path: `/api/agreements/${AGREEMENT}/set-reminder-policy`,
    body: { kind: 'milestone', policy: { workingDaysAfter: [1] } },
  },
  ...(
    [
      ['mute-reminders', { until: new Date().toISOString().slice(0, 10), reason: 'The harvest first.' }],
      ['unmute-reminders', {}],
      ['remind-now', { deadlineId: letter.state.deadlines.at(-1)?.deadlineId }],
    ] as const
  ).map(([path, body]) => ({
    route: `POST /api/agreements/{agreement}/${path}`,
    rule: (viewer: Viewer) => allowed(maySetReminders(viewer, letter.state)),
    path: `/api/agreements/${AGREEMENT}/${path}`,
    body,
  })),
  {
    route: 'POST /api/agreements/{agreement}/reminders/preview',
    rule: (viewer) => (sees(viewer) ? (maySeeOutbox(viewer) ? 'yes' : 'no') : 'hidden'),
    path: `/api/agreements/${AGREEMENT}/reminders/preview`,
    body: {},
    allowed: 200,
  },
  ...agreementCommands.map((command) => onAgreement(command)),
  onAgreement({ type: 'ServeText' }, 'on the coordinators’ side'),
  onAgreement({ type: 'AddComment', audience: 'parties', text: 'Why so?' }, 'on the coordinators’ side'),
  onAgreement({ type: 'RetractEntry', ...ownEntry }, 'an entry of who signs'),
  onAgreement({ type: 'CorrectEntry', ...ownEntry, field: 'place', value: '上海' }, 'an entry of who signs'),
  {
    route: 'GET /api/my-work',
    rule: leftOutUnless(acts),
    path: '/api/my-work',
    shows: (answer) => {
      const { counts } = answer as { counts: { readonly owed: number; readonly awaited: number } };
      return counts.owed + counts.awaited > 0;
    },
  },
  { route: 'GET /api/board-filters', rule: anybody, path: '/api/board-filters' },
  {
    route: 'POST /api/board-filters',
    rule: (viewer) => allowed(mayKeepFilters(viewer, viewer.personId)),
    path: '/api/board-filters',
    body: { name: 'Late', filter: { late: true } },
  },
  {
    route: 'POST /api/board-filters/columns',
    rule: (viewer) => allowed(mayKeepFilters(viewer, viewer.personId)),
    path: '/api/board-filters/columns',
    body: { hidden: ['field'] },
  },
  {
    route: 'POST /api/board-filters/{filter}/remove',
    rule: (viewer) => allowed(mayKeepFilters(viewer, viewer.personId)),
    path: `/api/board-filters/${NOBODY}/remove`,
    body: {},
  },
  {
    route: 'GET /api/coverage',
    rule: leftOutUnless(sees),
    path: '/api/coverage',
    shows: (answer) => (answer as { cells: readonly unknown[] }).cells.length > 0,
  },
  {
    route: 'GET /api/files/{sha256}',
    rule: hiddenUnless(sees),
    path: `/api/files/${FILED}?agreement=${AGREEMENT}`,
  },
  {
    route: 'GET /api/agreements/{agreement}/document',
    rule: hiddenUnless(sees),
    path: `/api/agreements/${AGREEMENT}/document?format=docx&language=zh`,
  },
  {
    route: 'GET /api/agreements/{agreement}/unprintable-signs',
    rule: hiddenUnless(sees),
    path: `/api/agreements/${AGREEMENT}/unprintable-signs?language=zh`,
  },
  {
    route: 'GET /api/documents',
    rule: hiddenUnless(sees),
    path: `/api/documents?agreement=${AGREEMENT}&language=zh`,
  },
  {
    route: 'POST /api/documents/unprintable-signs',
    rule: anybody,
    path: '/api/documents/unprintable-signs',
    body: { text: '会议' },
    allowed: 200,
  },
  {
    route: 'POST /api/agreements/{agreement}/issue-document',
    rule: (viewer) => allowed(mayCommand(viewer, everyCommand(letter).IssueDocument, letter.state)),
    path: `/api/agreements/${AGREEMENT}/issue-document`,
    body: { format: 'docx', language: 'zh' },
  },
  { route: 'POST /api/files', rule: noUnless(maySendFiles), path: '/api/files', allowed: 422 },
  { route: 'GET /api/inbox', rule: anybody, path: '/api/inbox' },
  {
    route: 'POST /api/inbox/read',
    rule: (viewer) => allowed(mayKeepFilters(viewer, viewer.personId)),
    path: '/api/inbox/read',
    body: { until: '2026-01-05T00:00:00.000Z' },
  },
  { route: 'GET /api/outbox', rule: noUnless(maySeeOutbox), path: '/api/outbox' },
  {
    route: 'GET /api/outbox/{mail}',
    rule: noUnless(maySeeOutbox),
    path: `/api/outbox/${NOBODY}`,
    allowed: 404,
  },
  {
    route: 'POST /api/demo/clock/advance',
    rule: noUnless(mayMoveClock),
    path: '/api/demo/clock/advance',
    body: { workingDays: 1 },
  },
  {
    route: 'GET /api/deadlines',
    rule: leftOutUnless(sees),
    path: '/api/deadlines',
    shows: (answer) => (answer as { items: readonly unknown[] }).items.length > 0,
  },
  { route: 'GET /api/reminders', rule: noUnless(maySeeOutbox), path: '/api/reminders' },
  { route: 'GET /api/reminders/late', rule: noUnless(maySeeOutbox), path: '/api/reminders/late' },
];

export const sections: readonly { readonly title: string; readonly rows: readonly Row[] }[] = [
  {
    title: 'Agreements, what is owed, files and reminders',
    rows: [...onAgreements, ...onReminders, ...onPublishing],
  },
  { title: 'The directory', rows: onDirectory },
  { title: 'People and desks', rows: onDesks },
  { title: 'Signing meetings', rows: onMeetings },
];

/** Nothing of these is anybody’s: they sign in and out, tell whether the program runs, answer for who has a signed link. */
export const OPEN: readonly string[] = [
  'GET /api/session',
  'DELETE /api/session',
  'GET /api/session/people',
  'POST /api/session',
  'POST /api/spaces/main/first-coordinator',
  'GET /api/answers/{token}',
  'POST /api/answers/{token}/acknowledge',
  'POST /api/answers/{token}/snooze',
  'POST /api/answers/{token}/not-mine',
  'GET /health/live',
  'GET /health/ready',
];

export const rows: readonly Row[] = sections.flatMap((section) => section.rows);
