import { Query } from '@nestjs/cqrs';

import type { Page } from './page.js';
import type { MeetingDetail, MeetingRow } from './meeting-answers.js';
import type { Asked, Paging } from './queries.js';

/** The latest first. */
export class ListMeetings extends Query<Page<MeetingRow>> {
  constructor(
    readonly asked: Asked,
    readonly paging: Paging,
  ) {
    super();
  }
}

/** Undefined when there is none the viewer may see. */
export class GetMeeting extends Query<MeetingDetail | undefined> {
  constructor(
    readonly asked: Asked,
    readonly meetingId: string,
  ) {
    super();
  }
}
