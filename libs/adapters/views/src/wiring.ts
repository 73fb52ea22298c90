import type { Consumer } from '@entente/platform';

import { AgreementBoardProjection } from './agreement-board/projection.js';
import { GetBoardHandler } from './agreement-board/query.js';
import { AgreementHistoryProjection } from './agreement-history/projection.js';
import { GetHistoryHandler } from './agreement-history/query.js';
import { AgreementSearchProjection } from './agreement-search/projection.js';
import { AgreementWorkProjection } from './agreement-work/projection.js';
import { GetMyWorkHandler } from './agreement-work/query.js';
import { GetCoverageHandler } from './coverage/query.js';
import { DirectoryProjection } from './directory/projection.js';
import { ListOrganisationsHandler, ListPeopleHandler } from './directory/query.js';

import { MeetingsProjection } from './meetings/projection.js';
import { ListMeetingsHandler } from './meetings/query.js';

/** The views, for the consumer runtime. */
export function viewConsumers(): readonly Consumer[] {
  return [
    new AgreementBoardProjection(),
    new AgreementHistoryProjection(),
    new AgreementSearchProjection(),
    new AgreementWorkProjection(),
    new DirectoryProjection(),
    new MeetingsProjection(),
  ];
}

/** Nest providers; they ask for Database, Facts, NameDirectory, NumberIndex, ViewProgress and ViewStatus. */
export const viewQueryHandlers = [
  GetBoardHandler,
  GetCoverageHandler,
  GetHistoryHandler,
  GetMyWorkHandler,
  ListMeetingsHandler,
  ListOrganisationsHandler,
  ListPeopleHandler,
] as const;
