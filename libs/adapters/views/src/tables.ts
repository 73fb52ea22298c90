import type { AgreementBoardTable } from './agreement-board/table.js';
import type { AgreementDeadlinesTable } from './agreement-deadlines/table.js';
import type { AgreementHistoryTable } from './agreement-history/table.js';
import type { AgreementTextsTable } from './agreement-search/table.js';
import type { AgreementWorkTable } from './agreement-work/table.js';
import type { CalendarsTable } from './calendars/table.js';
import type { DutiesHandedBackTable } from './duties-handed-back/table.js';
import type { DeskHoldersTable, DesksTable } from './directory/desk-table.js';
import type { TenuresTable } from './directory/tenure-table.js';
import type { DefinitionsTable } from './definitions/table.js';
import type { InboxReadTable, InboxTable } from './inbox/table.js';
import type { OrganisationsTable, PeopleTable, PositionsTable } from './directory/table.js';
import type { PeopleUnreachedTable } from './people-unreached/table.js';

import type { MeetingsTable } from './meetings/table.js';

export interface ViewsTables {
  'views.inbox': InboxTable;
  'views.inbox_read': InboxReadTable;
  'views.meetings': MeetingsTable;
  'views.agreement_board': AgreementBoardTable;
  'views.agreement_deadlines': AgreementDeadlinesTable;
  'views.agreement_history': AgreementHistoryTable;
  'views.agreement_texts': AgreementTextsTable;
  'views.agreement_work': AgreementWorkTable;
  'views.calendars': CalendarsTable;
  'views.definitions': DefinitionsTable;
  'views.duties_handed_back': DutiesHandedBackTable;
  'views.organisations': OrganisationsTable;
  'views.positions': PositionsTable;
  'views.people': PeopleTable;
  'views.people_unreached': PeopleUnreachedTable;
  'views.tenures': TenuresTable;
  'views.desks': DesksTable;
  'views.desk_holders': DeskHoldersTable;
}
