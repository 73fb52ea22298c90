import type { Consumer } from '@entente/platform';

import { CountLettersByDefinitionHandler } from './agreement-board/by-definition.js';
import { agreementBoard } from './agreement-board/projection.js';
import { GetBoardHandler } from './agreement-board/query.js';
import { ListAgreementsUnderHandler } from './agreement-board/under-definition.js';
import { ListCountedWithOlderHandler } from './agreement-deadlines/counted-with-older.js';
import { agreementDeadlines } from './agreement-deadlines/projection.js';
import { ListDeadlinesHandler } from './agreement-deadlines/query.js';
import { AgreementHistoryProjection } from './agreement-history/projection.js';
import { GetHistoryHandler } from './agreement-history/query.js';
import { agreementSearch } from './agreement-search/projection.js';
import { agreementWork } from './agreement-work/projection.js';
import { GetMyWorkHandler } from './agreement-work/query.js';
import { calendarsView } from './calendars/projection.js';
import { ListCalendarsHandler } from './calendars/query.js';
import { GetCoverageHandler } from './coverage/query.js';
import { definitionsView } from './definitions/projection.js';
import { ListDefinitionsHandler } from './definitions/query.js';
import { DirectoryProjection } from './directory/projection.js';
import { GetPersonHandler } from './directory/get-person.js';
import { ListDesksHandler } from './directory/list-desks.js';
import { ListOrganisationsHandler, ListPeopleHandler } from './directory/query.js';
import { dutiesHandedBackView } from './duties-handed-back/projection.js';
import { InboxProjection } from './inbox/projection.js';
import { ListInboxHandler } from './inbox/query.js';
import { meetings } from './meetings/projection.js';
import { ListMeetingsHandler } from './meetings/query.js';
import { PeopleUnreachedProjection } from './people-unreached/projection.js';
import { StateProjection } from './state-projection.js';

/** The views, for the consumer runtime. */
export function viewConsumers(): readonly Consumer[] {
  return [
    new StateProjection(agreementBoard),
    new StateProjection(agreementDeadlines),
    new AgreementHistoryProjection(),
    new StateProjection(agreementSearch),
    new StateProjection(agreementWork),
    new StateProjection(definitionsView),
    new StateProjection(calendarsView),
    new DirectoryProjection(),
    new StateProjection(dutiesHandedBackView),
    new StateProjection(meetings),
    new InboxProjection(),
    new PeopleUnreachedProjection(),
  ];
}

/** Nest providers; they ask for Database, Facts, NameDirectory, NumberIndex, ViewProgress and ViewStatus. */
export const viewQueryHandlers = [
  CountLettersByDefinitionHandler,
  GetBoardHandler,
  GetCoverageHandler,
  GetHistoryHandler,
  GetMyWorkHandler,
  GetPersonHandler,
  ListAgreementsUnderHandler,
  ListDeadlinesHandler,
  ListDesksHandler,
  ListDefinitionsHandler,
  ListCalendarsHandler,
  ListCountedWithOlderHandler,
  ListInboxHandler,
  ListMeetingsHandler,
  ListOrganisationsHandler,
  ListPeopleHandler,
] as const;
