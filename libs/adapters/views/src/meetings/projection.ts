import { parseStreamName, type RecordedEvent } from '@entente/event-sourcing';
import { meetingDecider, type Meeting, type MeetingFact } from '@entente/meeting';
import type { AnyTransaction, Consumer, ConsumerTools } from '@entente/platform';

import { StreamStates } from '../stream-states.js';
import { deleteStreams, insertRows, replacing, type Target } from '../write-rows.js';
import { MEETINGS, type MeetingsTable } from './table.js';

const TABLE = 'meetings';

/** A row is made anew from the meeting's state. */
export class MeetingsProjection implements Consumer {
  readonly name = MEETINGS;
  readonly version = 1;
  readonly categories = ['meeting'];
  readonly tables = [TABLE];
  readonly #states = new StreamStates<Meeting, MeetingFact>(meetingDecider);

  constructor(readonly schema = 'views') {}

  async apply(batch: readonly RecordedEvent[], tx: AnyTransaction, tools: ConsumerTools): Promise<void> {
    const rows: MeetingsTable[] = [];
    for (const [stream, events] of Map.groupBy(batch, ({ event }) => event.stream)) {
      rows.push(...meetingRows(stream, await this.#states.after(stream, events, tools)));
    }
    await insertRows(tx, this.#target, rows, replacing('stream', rows[0]));
  }

  async clearStream(stream: string, tx: AnyTransaction): Promise<void> {
    await deleteStreams(tx, this.#target, [stream]);
  }

  beside(schema: string): Consumer {
    return new MeetingsProjection(schema);
  }

  get #target(): Target {
    return { schema: this.schema, table: TABLE };
  }
}

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
