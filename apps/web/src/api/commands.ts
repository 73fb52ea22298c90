import { currentLanguage } from '../i18n/language.js';
import { answer, client } from './client.js';
import { Problem, Unreachable } from './problem.js';
import { forgetSeen } from './seen.js';
import type {
  AnswerByLink,
  AnswerLinkPage,
  ApplyProposals,
  CalendarDraft,
  CommandBodies,
  CommandName,
  DeskBodies,
  DeskCommandName,
  DocumentChoice,
  DraftCalendar,
  FileReference,
  FirstCoordinator,
  ImportReport,
  LocalText,
  MarkInboxRead,
  MeetingBodies,
  MeetingCommandName,
  NewLetter,
  NewMeeting,
  NewPerson,
  Contacts,
  NewPosition,
  OrganisationBodies,
  OrganisationCommandName,
  ProblemBody,
  ProposalPage,
  PublishedCalendar,
  ReminderAnswerBodies,
  Session,
  Space,
  StoredFilter,
} from './types.js';
import { written } from './writing.js';

export { newKey } from './writing.js';

interface SendOptions {
  /** Refuse if somebody wrote since. */
  readonly seenRevision?: number;
  /** Makes a second click, or a repeat after a lost answer, the same command. */
  readonly key: string;
}

export function sendCommand<Name extends CommandName>(
  agreement: string,
  command: Name,
  body: CommandBodies[Name],
  { seenRevision, key }: SendOptions,
) {
  // One of the paths by name: as long as it is any of them, the compiler does not look for its answer.
  const path: CommandName = command;
  return written(
    answer(
      client.POST(`/api/agreements/{agreement}/${path}`, {
        params: { path: { agreement } },
        body,
        headers: {
          'Idempotency-Key': key,
          ...(seenRevision !== undefined && { 'If-Match': `"${seenRevision}"` }),
        },
      }),
    ),
  );
}

export function sendReminderAnswer<Name extends keyof ReminderAnswerBodies>(
  agreement: string,
  command: Name,
  body: ReminderAnswerBodies[Name],
  key: string,
) {
  const path: keyof ReminderAnswerBodies = command;
  return written(
    answer(
      client.POST(`/api/agreements/{agreement}/${path}`, {
        params: { path: { agreement } },
        body: body as ReminderAnswerBodies['record-told'],
        headers: { 'Idempotency-Key': key },
      }),
    ),
  );
}

/** By whoever has the link, whoever they are. */
export function answerByLink(token: string, said: AnswerByLink): Promise<AnswerLinkPage> {
  const params = { path: { token } };
  switch (said.kind) {
    case 'acknowledge':
      return answer(client.POST('/api/answers/{token}/acknowledge', { params, body: {} }));
    case 'snooze':
      return answer(client.POST('/api/answers/{token}/snooze', { params, body: { until: said.until } }));
    case 'not-mine': {
      const { word } = said;
      return answer(
        client.POST('/api/answers/{token}/not-mine', { params, body: word === '' ? {} : { word } }),
      );
    }
    default: {
      const never: never = said;
      return never;
    }
  }
}

export const issueDocument = (agreement: string, choice: DocumentChoice, key: string) =>
  written(
    answer(
      client.POST('/api/agreements/{agreement}/issue-document', {
        params: { path: { agreement } },
        body: choice,
        headers: { 'Idempotency-Key': key },
      }),
    ),
  );

export const proposeAgreement = (letter: NewLetter, key: string) =>
  written(answer(client.POST('/api/agreements', { body: letter, headers: { 'Idempotency-Key': key } })));

export const registerOrganisation = (name: LocalText) =>
  written(answer(client.POST('/api/organisations', { body: { name } })));

export const registerPerson = (person: NewPerson) =>
  written(answer(client.POST('/api/people', { body: person })));

export const fillPosition = (organisation: string, position: NewPosition) =>
  written(
    answer(
      client.POST('/api/organisations/{organisation}/fill-position', {
        params: { path: { organisation } },
        body: position,
      }),
    ),
  );

const ORGANISATION_PATHS = {
  RenameOrganisation: 'rename-organisation',
  SetRegistrationCode: 'set-registration-code',
  NameHostUnit: 'name-host-unit',
  SetOrganisationCalendars: 'set-organisation-calendars',
  MergeOrganisation: 'merge-organisation',
  DissolveOrganisation: 'dissolve-organisation',
  FillPosition: 'fill-position',
  VacatePosition: 'vacate-position',
  EndPosition: 'end-position',
  GrantMandate: 'grant-mandate',
  RevokeMandate: 'revoke-mandate',
} as const satisfies Record<OrganisationCommandName, string>;

export function sendOrganisationCommand<Name extends OrganisationCommandName>(
  organisation: string,
  command: Name,
  body: OrganisationBodies[Name],
  key: string,
) {
  const path: (typeof ORGANISATION_PATHS)[OrganisationCommandName] = ORGANISATION_PATHS[command];
  return written(
    answer(
      client.POST(`/api/organisations/{organisation}/${path}`, {
        params: { path: { organisation } },
        body,
        headers: { 'Idempotency-Key': key },
      }),
    ),
  );
}

/** With its progress, from 0 to 1: a photograph takes a while over a phone's connection, and fetch tells nothing of it. */
export function sendFile(file: Blob, onProgress: (sent: number) => void): Promise<FileReference> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    request.responseType = 'json';
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept-Language', currentLanguage());
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(request.response as FileReference);
      else reject(new Problem(request.status, (request.response ?? {}) as Partial<ProblemBody>));
    });
    request.addEventListener('error', () => reject(new Unreachable()));
    request.send(file);
  });
}

export const changeContacts = (person: string, contacts: Contacts, key: string) =>
  written(
    answer(
      client.POST('/api/people/{person}/change-contacts', {
        params: { path: { person } },
        body: contacts,
        headers: { 'Idempotency-Key': key },
      }),
    ),
  );

export const chooseBoardColumns = (hidden: readonly string[]) =>
  written(answer(client.POST('/api/board-filters/columns', { body: { hidden: [...hidden] } })));

export const erasePerson = (person: string, reason: string, key: string) =>
  written(
    answer(
      client.POST('/api/people/{person}/erase', {
        params: { path: { person } },
        body: { reason },
        headers: { 'Idempotency-Key': key },
      }),
    ),
  );

export const openDesk = (desk: DeskBodies['OpenDesk'], key: string) =>
  written(answer(client.POST('/api/desks', { body: desk, headers: { 'Idempotency-Key': key } })));

const DESK_PATHS = {
  OfferDesk: 'offer-desk',
  AcceptDesk: 'accept-desk',
  WithdrawOffer: 'withdraw-offer',
  HandOverDesk: 'hand-over-desk',
} as const satisfies Record<Exclude<DeskCommandName, 'OpenDesk'>, string>;

export function sendDeskCommand<Name extends keyof typeof DESK_PATHS>(
  desk: string,
  command: Name,
  body: DeskBodies[Name],
  key: string,
) {
  const path: (typeof DESK_PATHS)[keyof typeof DESK_PATHS] = DESK_PATHS[command];
  return written(
    answer(
      client.POST(`/api/desks/{desk}/${path}`, {
        params: { path: { desk } },
        body,
        headers: { 'Idempotency-Key': key },
      }),
    ),
  );
}

export const importOrganisations = (csv: string, dryRun: boolean): Promise<ImportReport> =>
  answer(client.POST('/api/imports/organisations', { body: { csv, dryRun } }));

/** What the next version would be; nothing is published. */
export const draftCalendar = (calendar: string, from: DraftCalendar): Promise<CalendarDraft> =>
  answer(client.POST('/api/calendars/{calendar}/draft', { params: { path: { calendar } }, body: from }));

export const publishCalendar = (id: string, { name, source, calendar }: CalendarDraft, key: string) =>
  written(
    answer(
      client.POST('/api/calendars/{calendar}/publish-calendar', {
        params: { path: { calendar: id } },
        body: { name, source, calendar: calendar as PublishedCalendar },
        headers: { 'Idempotency-Key': key },
      }),
    ),
  );

export const applyProposals = (calendar: string, body: ApplyProposals, key: string): Promise<ProposalPage> =>
  answer(
    client.POST('/api/calendars/{calendar}/apply-proposals', {
      params: { path: { calendar } },
      body,
      headers: { 'Idempotency-Key': key },
    }),
  );

export const planMeeting = (meeting: NewMeeting, key: string) =>
  written(answer(client.POST('/api/meetings', { body: meeting, headers: { 'Idempotency-Key': key } })));

export function sendMeetingCommand<Name extends MeetingCommandName>(
  meeting: string,
  command: Name,
  body: MeetingBodies[Name],
  key: string,
) {
  const path: MeetingCommandName = command;
  return written(
    answer(
      client.POST(`/api/meetings/{meeting}/${path}`, {
        params: { path: { meeting } },
        body,
        headers: { 'Idempotency-Key': key },
      }),
    ),
  );
}

export const saveBoardFilter = (name: string, filter: StoredFilter) =>
  written(answer(client.POST('/api/board-filters', { body: { name, filter } })));

export const removeBoardFilter = (filter: string) =>
  written(
    answer(client.POST('/api/board-filters/{filter}/remove', { params: { path: { filter } }, body: {} })),
  );

export const markInboxRead = (read: MarkInboxRead) =>
  written(answer(client.POST('/api/inbox/read', { body: read })));

export async function signIn(space: Space, personId: string): Promise<Session> {
  const session = await answer(client.POST('/api/session', { body: { space, personId } }));
  forgetSeen();
  return session;
}

export async function signOut(): Promise<void> {
  await answer(client.DELETE('/api/session'));
  forgetSeen();
}

export async function startEmpty(first: FirstCoordinator): Promise<Session> {
  const session = await answer(client.POST('/api/spaces/main/first-coordinator', { body: first }));
  forgetSeen();
  return session;
}

/** Of the demo, by working days; answers how far it is ahead now. */
export const advanceDemoClock = (
  workingDays: number,
): Promise<{ readonly now: string; readonly aheadMs: number }> =>
  answer(client.POST('/api/demo/clock/advance', { body: { workingDays } }));
