import { sql, type ColumnType, type Kysely } from 'kysely';

/**
 * `assigned`: it goes out when it opens. `sending`: it is in a message that may be on its way. `held`: on record as held
 * back. `moot`: its step is no more.
 */
export type DeliveryState = 'assigned' | 'sending' | 'sent' | 'held' | 'moot';

type Moment = ColumnType<Date, string, string>;

export interface DeliveryTable {
  /** `deliveryKey`: one step of one deadline, for one position. */
  key: string;
  space: string;
  agreement_id: string;
  deadline_id: string;
  version: number;
  step: string;
  position_id: string;
  person_id: string;
  /** IANA zone of the person's days. */
  zone: string;
  /** The step's own time. */
  at: Moment;
  /** From when on it may go to the person. */
  opens_at: Moment;
  /** When it is looked at next: later than it opens when nothing ran meanwhile. */
  next_at: Moment;
  /** Of the person: on which it opens, and once it was sent, on which it was; YYYY-MM-DD. */
  local_day: string;
  state: DeliveryState;
  /** Why it was held back. */
  reason: string | null;
  /** The message it is in. */
  delivery_id: string | null;
  sent_at: ColumnType<Date | null, string | null, string | null>;
}

export interface DeliveryTables {
  'reminder.deliveries': DeliveryTable;
}

export async function createDeliveries(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE reminder.deliveries (
      key text COLLATE "C" PRIMARY KEY,
      space text COLLATE "C" NOT NULL,
      agreement_id text COLLATE "C" NOT NULL,
      deadline_id text COLLATE "C" NOT NULL,
      version integer NOT NULL,
      step text COLLATE "C" NOT NULL,
      position_id text COLLATE "C" NOT NULL,
      person_id text COLLATE "C" NOT NULL,
      zone text COLLATE "C" NOT NULL,
      at timestamptz NOT NULL,
      opens_at timestamptz NOT NULL,
      next_at timestamptz NOT NULL,
      local_day text COLLATE "C" NOT NULL,
      state text COLLATE "C" NOT NULL CHECK (state IN ('assigned', 'sending', 'sent', 'held', 'moot')),
      reason text COLLATE "C",
      delivery_id uuid,
      sent_at timestamptz
    )`.execute(database);
  await sql`CREATE INDEX ON reminder.deliveries (agreement_id, deadline_id, version, step)`.execute(database);
  await sql`
    CREATE INDEX ON reminder.deliveries (space, person_id, next_at) WHERE state IN ('assigned', 'sending')`.execute(
    database,
  );
  await sql`
    CREATE INDEX ON reminder.deliveries (space, next_at) WHERE state IN ('assigned', 'sending')`.execute(
    database,
  );
  await sql`CREATE INDEX ON reminder.deliveries (space, person_id, sent_at) WHERE state = 'sent'`.execute(
    database,
  );
  // Never two for one deadline on one day; what is taken further up is not for those who were reminded.
  await sql`
    CREATE UNIQUE INDEX deliveries_once_a_day
      ON reminder.deliveries (agreement_id, deadline_id, version, person_id, local_day, (step LIKE 'escalate-%'))
      WHERE state IN ('sending', 'sent')`.execute(database);
}
