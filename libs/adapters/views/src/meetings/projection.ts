import { parseStreamName } from '@entente/event-sourcing';
import { meetingDecider, type Meeting, type MeetingFact } from '@entente/meeting';

import type { StateView } from '../state-projection.js';
import { MEETINGS, type MeetingsTable } from './table.js';

/** A row is made anew from the meeting's state. */
export const meetings: StateView<Meeting, MeetingFact, MeetingsTable> = {
  name: MEETINGS,
  version: 1,
  category: 'meeting',
  decider: meetingDecider,
  table: 'meetings',
  rowsOf: meetingRows,
};

function meetingRows(stream: string, meeting: Meeting): MeetingsTable[] {
  if (meeting.status === 'none') return [];
  const { space, id } = parseStreamName(stream);
  const { title, at, zone, place, status, letters } = meeting;
  const begins = Temporal.PlainDateTime.from(at).toZonedDateTime(zone).epochMilliseconds;
  return [
    {
      stream,
      space,
      meeting_id: id,
      title,
      local_at: at,
      zone,
      place,
      status,
      agreement_ids: letters.map(({ agreementId }) => agreementId),
      signed: letters.filter((letter) => letter.status === 'signed').length,
      sort_key: -begins,
    },
  ];
}
