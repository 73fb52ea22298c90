import { chinaCalendar } from '@entente/calendar';
import {
  actingPositions,
  coordinatorPosition,
  mayChangeOrganisation,
  mayCommand,
  mayChangeContacts,
  mayKeepFilters,
  mayMeet,
  mayMoveClock,
  mayPropose,
  mayPublish,
  mayRegister,
  maySee,
  maySeeEveryMeeting,
  maySeeOutbox,
  maySeeReasonsOf,
  maySendFiles,
  maySetReminders,
  type Permission,
  type Viewer,
} from '@entente/access';
import type { AgreementCommand, AgreementCommandType } from '@entente/agreement';
import type { OrganisationCommand, OrganisationCommandType } from '@entente/directory';
import type { MeetingCommand, MeetingCommandType } from '@entente/meeting';

import {
  AGREEMENT,
  BASE,
  BASE_HEAD,
  commands,
  DISTRICT_CHAIR,
  letterIn,
} from '../support/agreement-builders.js';
import { everyCommand } from '../support/every-command.js';
import { onDesks } from './desk-rows.js';
import { ELSEWHERE, MANDATE, NOBODY, organisation } from './people.js';
import type { Cell, Row } from './row.js';

/** In joint research, with a milestone of the base and an override asked for by the coordinator. */
export const letter = letterIn('joint-research').after(commands.planResearch).after(commands.void);
/** Of the same parties, asked to be signed. */
export const awaiting = letterIn('signing');
export const AWAITING = '40000000-0000-4000-8000-000000000002';
export const MEETING_ID = '60000000-0000-4000-8000-000000000001';
/** Stands for the hash of the file that was filed. */
export const FILED = '{sha256}';

const entryOfBase = letter.state.entries.find(({ types }) => types.includes('TextApproved'))?.commandId ?? '';
const base = organisation(BASE);

const allowed = (permission: Permission): Cell => {
  if ('allowed' in permission) return 'yes';
  return permission.refused.code === 'unknown-agreement' ? 'hidden' : 'no';
};
const sees = (viewer: Viewer): boolean => maySee(viewer, letter.state);
const hiddenUnless =
  (may: (viewer: Viewer) => boolean) =>
  (viewer: Viewer): Cell =>
    may(viewer) ? 'yes' : 'hidden';
const leftOutUnless =
  (may: (viewer: Viewer) => boolean) =>
  (viewer: Viewer): Cell =>
    may(viewer) ? 'yes' : 'left out';
const noUnless =
  (may: (viewer: Viewer) => boolean) =>
  (viewer: Viewer): Cell =>
    may(viewer) ? 'yes' : 'no';
const anybody = (): Cell => 'yes';
const seesMeeting = (viewer: Viewer): boolean => maySeeEveryMeeting(viewer) || maySee(viewer, awaiting.state);
const acts = (viewer: Viewer): boolean =>
  coordinatorPosition(viewer) !== undefined ||
  actingPositions(viewer).some(({ organisationId }) =>
    letter.state.parties.some(({ partyId }) => partyId === organisationId),
  );

/** As it stands in a path: `RecordSignature` is `record-signature`. */
const pathOf = (type: string): string =>
  type.replaceAll(/(?<=[a-z])[A-Z]/gu, (one) => `-${one}`).toLowerCase();

const has =
  (id: string, field: string) =>
  (answer: unknown): boolean =>
    (answer as { items: readonly Record<string, unknown>[] }).items.some((item) => item[field] === id);

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
    route: 'POST /api/agreements/{agreement}/set-reminder-policy',
    rule: (viewer) => allowed(maySetReminders(viewer, letter.state)),
    path: `/api/agreements/${AGREEMENT}/set-reminder-policy`,
    body: { kind: 'milestone', policy: { workingDaysAfter: [1] } },
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
    route: 'POST /api/agreements/{agreement}/issue-document',
    rule: (viewer) => allowed(mayCommand(viewer, everyCommand(letter).IssueDocument, letter.state)),
    path: `/api/agreements/${AGREEMENT}/issue-document`,
    body: { format: 'docx', language: 'zh' },
  },
  { route: 'POST /api/files', rule: noUnless(maySendFiles), path: '/api/files', allowed: 422 },
  { route: 'GET /api/outbox', rule: noUnless(maySeeOutbox), path: '/api/outbox' },
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
  {
    route: 'POST /api/definitions',
    rule: (viewer) => allowed(mayPublish(viewer)),
    path: '/api/definitions?dryRun=true',
    body: {},
    allowed: 200,
  },
  {
    route: 'POST /api/definitions/{definition}/migrate',
    rule: (viewer) => allowed(mayPublish(viewer)),
    path: '/api/definitions/letter-of-intent@1/migrate',
    body: { to: 'letter-of-intent@1', dryRun: true },
    allowed: 200,
  },
  {
    route: 'POST /api/calendars/{calendar}/publish-calendar',
    rule: (viewer) => allowed(mayPublish(viewer)),
    path: '/api/calendars/cn/publish-calendar',
    body: { name: { en: 'China' }, source: 'The same', calendar: chinaCalendar },
  },
  {
    route: 'GET /api/calendars/{calendar}/proposals',
    rule: (viewer) => allowed(mayPublish(viewer)),
    path: '/api/calendars/cn/proposals',
  },
  {
    route: 'POST /api/calendars/{calendar}/apply-proposals',
    rule: (viewer) => allowed(mayPublish(viewer)),
    path: '/api/calendars/cn/apply-proposals',
    body: { reason: 'A new list of holidays.' },
    allowed: 200,
  },
  {
    route: 'POST /api/calendars/{calendar}/draft',
    rule: (viewer) => allowed(mayPublish(viewer)),
    path: '/api/calendars/de/draft',
    body: { country: 'DE' },
    allowed: 200,
  },
  ...['', '/cn', '/cn/years/2027'].map((part) => ({
    route: `GET /api/calendars${part.replace('cn', '{calendar}').replace('2027', '{year}')}`,
    rule: anybody,
    path: `/api/calendars${part}`,
  })),
  ...['', '/schema', '/letter-of-intent@1'].map((part) => ({
    route: `GET /api/definitions${part.replace(/\/letter.*/u, '/{definition}')}`,
    rule: anybody,
    path: `/api/definitions${part}`,
  })),
];

const organisationBodies: Readonly<Record<OrganisationCommandType, object>> = {
  RegisterOrganisation: { name: { en: 'Another' } },
  RenameOrganisation: { name: { en: 'Another name' }, from: '2026-02-01' },
  SetRegistrationCode: { code: '12110000400012345X' },
  NameHostUnit: { hostId: ELSEWHERE, from: '2026-02-01' },
  SetOrganisationCalendars: { country: 'cn' },
  MergeOrganisation: { into: ELSEWHERE, on: '2026-02-01' },
  DissolveOrganisation: { on: '2026-02-01' },
  FillPosition: { title: { en: 'Clerk' }, roles: [], personId: NOBODY, from: '2026-02-01' },
  VacatePosition: { positionId: BASE_HEAD, on: '2026-02-01' },
  EndPosition: { positionId: BASE_HEAD, on: '2026-02-01' },
  GrantMandate: { fromPositionId: BASE_HEAD, toPositionId: DISTRICT_CHAIR, scope: {}, from: '2026-02-01' },
  RevokeMandate: { mandateId: MANDATE, on: '2026-02-01' },
};

function onOrganisation(type: OrganisationCommandType, body: object, when?: string): Row {
  const command = { type, ...body } as OrganisationCommand;
  const registers = type === 'RegisterOrganisation';
  return {
    route: registers ? 'POST /api/organisations' : `POST /api/organisations/{organisation}/${pathOf(type)}`,
    ...(when === undefined ? {} : { when }),
    rule: (viewer) => allowed(mayChangeOrganisation(viewer, command, BASE, base)),
    path: registers ? '/api/organisations' : `/api/organisations/${BASE}/${pathOf(type)}`,
    body,
  };
}

const onDirectory: readonly Row[] = [
  ...['organisations', 'people'].map((what) => ({
    route: `GET /api/${what}`,
    rule: anybody,
    path: `/api/${what}`,
  })),
  { route: 'GET /api/organisations/{organisation}', rule: anybody, path: `/api/organisations/${BASE}` },
  {
    route: 'GET /api/organisations/{organisation}',
    when: 'its history, with reasons',
    rule: leftOutUnless((viewer) => maySeeReasonsOf(viewer, BASE)),
    path: `/api/organisations/${BASE}`,
    shows: (answer) => (answer as { history: readonly unknown[] }).history.length > 0,
  },
  {
    route: 'GET /api/organisations/{organisation}/positions',
    rule: anybody,
    path: `/api/organisations/${BASE}/positions`,
  },
  ...(Object.keys(organisationBodies) as OrganisationCommandType[]).map((type) =>
    onOrganisation(type, organisationBodies[type]),
  ),
  onOrganisation(
    'FillPosition',
    { ...organisationBodies.FillPosition, roles: ['coordinator'] },
    'a role that reaches further',
  ),
  {
    route: 'POST /api/people',
    rule: (viewer) => allowed(mayRegister(viewer)),
    path: '/api/people',
    body: { name: { en: 'Somebody' }, language: 'en' },
  },
  {
    route: 'POST /api/people/{person}/change-contacts',
    rule: (viewer) => allowed(mayChangeContacts(viewer, NOBODY)),
    path: `/api/people/${NOBODY}/change-contacts`,
    body: { language: 'en' },
  },
  {
    route: 'POST /api/people/{person}/erase',
    rule: (viewer) => allowed(mayRegister(viewer)),
    path: `/api/people/${NOBODY}/erase`,
    body: { reason: 'Asked for it.' },
  },
  {
    route: 'POST /api/imports/organisations',
    rule: (viewer) => allowed(mayRegister(viewer)),
    path: '/api/imports/organisations',
    body: { csv: 'name-en\nImported\n', dryRun: true },
    allowed: 200,
  },
];

const appointment = { at: '2026-12-23T14:00', zone: 'Asia/Shanghai', place: 'Beijing' };
const meetingBodies: Readonly<Record<Exclude<MeetingCommandType, 'RecordOutcome'>, object>> = {
  PlanMeeting: { title: { en: 'A meeting' }, ...appointment },
  MoveMeeting: appointment,
  PlaceLetter: { agreementId: AWAITING, order: 2 },
  RemoveLetter: { agreementId: AWAITING },
  RecordAttendance: { organisationId: BASE, positionId: BASE_HEAD },
  RemoveAttendance: { positionId: BASE_HEAD },
  HoldMeeting: {},
  SignLetter: { agreementId: AWAITING },
  PostponeLetter: { agreementId: AWAITING, reason: 'One side is ill.' },
  WriteMinutes: { text: 'All came.' },
};

const onMeetings: readonly Row[] = [
  {
    route: 'GET /api/meetings',
    rule: leftOutUnless(seesMeeting),
    path: '/api/meetings',
    shows: has(MEETING_ID, 'meetingId'),
  },
  {
    route: 'GET /api/meetings/{meeting}',
    rule: hiddenUnless(seesMeeting),
    path: `/api/meetings/${MEETING_ID}`,
  },
  ...(Object.keys(meetingBodies) as (keyof typeof meetingBodies)[]).map((type: MeetingCommand['type']) => {
    const plans = type === 'PlanMeeting';
    return {
      route: plans ? 'POST /api/meetings' : `POST /api/meetings/{meeting}/${pathOf(type)}`,
      rule: (viewer: Viewer) => allowed(mayMeet(viewer, type)),
      path: plans ? '/api/meetings' : `/api/meetings/${MEETING_ID}/${pathOf(type)}`,
      body: meetingBodies[type as keyof typeof meetingBodies],
    };
  }),
];

export const sections: readonly { readonly title: string; readonly rows: readonly Row[] }[] = [
  { title: 'Agreements, what is owed, files and reminders', rows: onAgreements },
  { title: 'The directory', rows: onDirectory },
  { title: 'People and desks', rows: onDesks },
  { title: 'Signing meetings', rows: onMeetings },
];

/** Nothing of these is anybody’s: they sign in and out, and tell whether the program runs. */
export const OPEN: readonly string[] = [
  'GET /api/session',
  'DELETE /api/session',
  'GET /api/session/people',
  'POST /api/session',
  'POST /api/spaces/main/first-coordinator',
  'GET /health/live',
  'GET /health/ready',
];

export const rows: readonly Row[] = sections.flatMap((section) => section.rows);
