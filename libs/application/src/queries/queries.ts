import type { Viewer } from '@entente/access';
import { Query } from '@nestjs/cqrs';

import type { OrganisationDetail, PositionsOnDay } from './directory-answers.js';
import type { AgreementDetail, AgreementReplay, HistoryLine } from './agreement-answers.js';
import type { BoardFilter, BoardPage, Coverage, CoverageRoles, SoughtAttributes } from './board-answers.js';
import type { DeadlineFilter, DeadlinePage } from './deadline-answers.js';
import type { Page } from './page.js';
import type { OrganisationRow, PersonRow } from './people-answers.js';
import type {
  InboxFilter,
  InboxPage,
  OutageReport,
  OutboxMail,
  OutboxMailDetail,
  MessagePreview,
  ReminderRow,
} from './reminder-answers.js';
import type { WorkFilter, WorkPage } from './work-answers.js';

/** Who asks, and the log position the answer must show at least (their own last write). */
export interface Asked {
  readonly viewer: Viewer;
  readonly seen?: string;
}

export interface Paging {
  readonly cursor?: string;
  /** 1 to 100. */
  readonly limit: number;
}

export class GetBoard extends Query<BoardPage> {
  constructor(
    readonly asked: Asked,
    readonly filter: BoardFilter,
  ) {
    super();
  }
}

/** Which organisations of one role have letters with which of another, and where the gaps are. */
export class GetCoverage extends Query<Coverage> {
  constructor(
    readonly asked: Asked,
    readonly roles: CoverageRoles,
    /** Only letters that have these count. */
    readonly attributes: SoughtAttributes = {},
  ) {
    super();
  }
}

/** Open deadlines of the letters the viewer may see, what is due first on top. */
export class ListDeadlines extends Query<DeadlinePage> {
  constructor(
    readonly asked: Asked,
    readonly filter: DeadlineFilter,
  ) {
    super();
  }
}

/** What the viewer owes, and what they wait for. */
export class GetMyWork extends Query<WorkPage> {
  constructor(
    readonly asked: Asked,
    readonly filter: WorkFilter,
  ) {
    super();
  }
}

/** By id or by reference number; undefined when there is none the viewer may see. */
export class GetAgreement extends Query<AgreementDetail | undefined> {
  constructor(
    readonly asked: Asked,
    readonly agreement: string,
  ) {
    super();
  }
}

/** What people did to an agreement, or what became of its reminders. */
export type HistoryOf = 'work' | 'reminders';

export class GetHistory extends Query<Page<HistoryLine> | undefined> {
  constructor(
    readonly asked: Asked,
    readonly agreement: string,
    readonly paging: Paging,
    readonly of: HistoryOf = 'work',
  ) {
    super();
  }
}

/** A moment in an agreement's past: after a revision, or at an instant (UTC ISO text). */
export type Moment = { readonly revision: number } | { readonly at: string };

export class ReplayAgreement extends Query<AgreementReplay | 'before-its-beginning' | undefined> {
  constructor(
    readonly asked: Asked,
    readonly agreement: string,
    readonly moment: Moment,
  ) {
    super();
  }
}

export class ListOrganisations extends Query<Page<OrganisationRow>> {
  constructor(
    readonly asked: Asked,
    readonly search: string,
    readonly paging: Paging,
  ) {
    super();
  }
}

/** Undefined when there is none. */
export class GetOrganisation extends Query<OrganisationDetail | undefined> {
  constructor(
    readonly asked: Asked,
    readonly organisationId: string,
  ) {
    super();
  }
}

/** Who held its positions on a local day (YYYY-MM-DD; absent: today); undefined when there is no such organisation. */
export class GetPositionsOn extends Query<PositionsOnDay | undefined> {
  constructor(
    readonly asked: Asked,
    readonly organisationId: string,
    readonly on: string | undefined,
  ) {
    super();
  }
}

export class ListPeople extends Query<Page<PersonRow>> {
  constructor(
    readonly asked: Asked,
    readonly search: string,
    readonly paging: Paging,
  ) {
    super();
  }
}

/** What the viewer was reminded of, the newest first. */
export class ListInbox extends Query<InboxPage> {
  constructor(
    readonly asked: Asked,
    readonly filter: InboxFilter,
  ) {
    super();
  }
}

/** Undefined when the viewer may not see the outbox. */
export class ListOutbox extends Query<Page<OutboxMail> | undefined> {
  constructor(
    readonly asked: Asked,
    readonly paging: Paging,
  ) {
    super();
  }
}

/** What went out at least so many minutes late in the last days; undefined for who may not know. */
export class GetOutageReport extends Query<OutageReport | undefined> {
  constructor(
    readonly asked: Asked,
    readonly minutes: number,
  ) {
    super();
  }
}

/** With its HTML. Undefined when the viewer may not see the outbox. */
export class GetOutboxMail extends Query<OutboxMailDetail | 'unknown' | undefined> {
  constructor(
    readonly asked: Asked,
    readonly id: string,
  ) {
    super();
  }
}

export class ListReminders extends Query<Page<ReminderRow> | undefined> {
  constructor(
    readonly asked: Asked,
    readonly agreement: string | undefined,
    readonly paging: Paging,
  ) {
    super();
  }
}

/** What a planned step would say, to whom and when; undefined when there is none that the viewer may see. */
export class PreviewMessage extends Query<MessagePreview | undefined> {
  constructor(
    readonly asked: Asked,
    readonly agreement: string,
    readonly deadlineId: string,
    readonly step: string,
  ) {
    super();
  }
}
