import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import type { AgreementFact } from '@entente/agreement';
import type { Calendar } from '@entente/calendar';
import type { CalendarPublished } from '@entente/directory';
import { Facts, ReminderDirectory, type PositionHolder } from '@entente/application';
import {
  NO_STREAM,
  parseStreamName,
  streamName,
  type EventEnvelope,
  type EventStore,
} from '@entente/event-sourcing';
import { eventStoreMigrationSet, PostgresEventStore } from '@entente/event-store';
import { reminderMigrations } from '@entente/jobs';
import { MailingReminders, notificationMigrations, Outbox } from '@entente/notification';
import { connectDatabase, platformMigrations, runMigrations, type Database } from '@entente/platform';
import type { ReminderFact } from '@entente/reminder';

import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { startSmtpServer, type TestSmtpServer } from '../../support/smtp.js';

/** A clock that runs like any other and can be set. */
export class TestClock {
  #offsetMs = 0;

  set(instant: string): void {
    this.#offsetMs = Date.parse(instant) - Date.now();
  }

  now(): string {
    return new Date(Date.now() + this.#offsetMs).toISOString();
  }
}

export class TestFacts extends Facts {
  override readonly zone = 'Asia/Shanghai';
  override readonly tzdb = 'test';

  constructor(
    override readonly store: EventStore,
    private readonly clock: { now(space: string): string },
  ) {
    super();
  }

  override readonly sha1 = (bytes: Uint8Array): Uint8Array => createHash('sha1').update(bytes).digest();
  override now = (space: string): string => this.clock.now(space);
  override newSalt = (): string => randomBytes(16).toString('hex');
  override mac = (text: string): string => createHash('sha256').update(text).digest('hex');
  override sha256 = this.mac;
}

export class TestDirectory extends ReminderDirectory {
  readonly holders = new Map<string, PositionHolder>();

  override holderOf(_space: string, positionId: string): Promise<PositionHolder | undefined> {
    return Promise.resolve(this.holders.get(positionId));
  }

  override deskHolderOf(_space: string, deskId = 'first desk'): Promise<PositionHolder | undefined> {
    return Promise.resolve(this.holders.get(deskId));
  }

  override deskOf(): Promise<{ readonly positionId: string; readonly organisationId: string }> {
    return Promise.resolve({ positionId: 'desk-1', organisationId: 'department' });
  }

  override representativesOf(_space: string, organisationId: string): Promise<readonly string[]> {
    const positionId = `${organisationId}-speaker`;
    return Promise.resolve(this.holders.has(positionId) ? [positionId] : []);
  }

  override personOf(_space: string, personId: string): Promise<PositionHolder | undefined> {
    return Promise.resolve([...this.holders.values()].find((holder) => holder.personId === personId));
  }
}

export interface World {
  readonly database: Database;
  readonly store: EventStore;
  readonly clock: TestClock;
  readonly facts: TestFacts;
  readonly directory: TestDirectory;
  readonly outbox: Outbox;
  readonly mailer: MailingReminders;
  readonly smtp: TestSmtpServer;
  readonly open: () => Promise<Database>;
  close(): Promise<void>;
}

export async function createWorld(): Promise<World> {
  return createWorldOn(await createTestDatabase());
}

/** On a database that is empty. */
export async function createWorldOn(empty: TestDatabase): Promise<World> {
  const url = empty.connectionString;
  const database = await connectDatabase({ url });
  await runMigrations(database, [
    platformMigrations,
    eventStoreMigrationSet,
    reminderMigrations,
    notificationMigrations,
  ]);
  const store = new PostgresEventStore(database.pool);
  const clock = new TestClock();
  const directory = new TestDirectory();
  for (const name of ['north', 'south']) {
    directory.holders.set(`${name}-head`, {
      personId: name,
      name: { en: name },
      email: `head@${name}.example`,
      language: name === 'north' ? 'zh' : 'en',
      // Of many letters in one test each has its own message.
      reminders: { digest: false },
    });
  }
  const smtp = await startSmtpServer();
  const outbox = new Outbox(database);
  const from = 'no-reply@letters.example';
  const mailer = new MailingReminders(outbox, {
    publicUrl: 'https://letters.example',
    from,
    smtpUrl: smtp.url,
  });
  return {
    database,
    store,
    clock,
    facts: new TestFacts(store, clock),
    directory,
    outbox,
    mailer,
    smtp,
    open: () => connectDatabase({ url }),
    async close() {
      mailer.close();
      await smtp.close();
      await store.close();
      await database.close();
      await empty.drop();
    },
  };
}

export const PROPOSED_AT = '2026-03-02T01:00:00.000Z';
/** Its steps: remind-5 on 9 March, remind-2 on 12 March, on-the-day on 16 March, each at 01:00 UTC. */
export const DEADLINE_ID = 'signing-5';
export const VERSION = 5;

/** A letter in signing since 2 March 2026, to be signed by two parties until 16 March. Answers its id. */
export async function letterInSigning(
  world: World,
  agreementId: string = randomUUID(),
  calendar = 'cn@1',
): Promise<string> {
  await tell(world, agreementId, [
    {
      type: 'AgreementProposed',
      data: {
        kind: 'letter-of-intent',
        definition: 'letter-of-intent@1',
        title: { en: 'Letter', zh: '意向书' },
      },
    },
    ...['north', 'south'].flatMap((partyId): AgreementFact[] => [
      {
        type: 'PartyInvited',
        data: { partyId, organisation: `organisation-${partyId}@0`, name: { en: partyId }, role: 'party' },
      },
      { type: 'SignatoryNamed', data: { partyId, positionId: `${partyId}-head`, title: { en: 'Head' } } },
    ]),
    {
      type: 'DeadlineSet',
      data: {
        deadlineId: DEADLINE_ID,
        kind: 'stage',
        subject: 'signing',
        rule: 'P10D working',
        calendar,
        zone: 'Asia/Shanghai',
        tzdb: 'test',
        localDate: '2026-03-16',
        dueAt: '2026-03-16T16:00:00.000Z',
        provisional: false,
        remind: { workingDaysBefore: [5, 2], onTheDay: true },
      },
    },
  ]);
  return agreementId;
}

/** Everyone signs, which meets the deadline. Answers the command's id. */
export function sign(world: World, agreementId: string): Promise<string> {
  return tell(world, agreementId, [
    { type: 'PartySigned', data: { partyId: 'north' } },
    { type: 'PartySigned', data: { partyId: 'south' } },
    { type: 'DeadlineMet', data: { deadlineId: DEADLINE_ID } },
  ]);
}

/** Appends facts to an agreement as one entry. Answers the command's id. */
export function tell(
  world: World,
  agreementId: string,
  facts: readonly AgreementFact[],
  space = 'main',
): Promise<string> {
  return append(world, streamName(space, 'agreement', agreementId), facts);
}

export function tellReminders(
  world: World,
  agreementId: string,
  facts: readonly ReminderFact[],
  recordedAt = PROPOSED_AT,
): Promise<string> {
  return append(world, streamName('main', 'reminders', agreementId), facts, recordedAt);
}

export async function publishCalendar(world: World, calendar: Calendar): Promise<void> {
  const name = { zh: '日历', en: 'Calendar' };
  const fact: CalendarPublished = { type: 'CalendarPublished', data: { name, source: 'A notice', calendar } };
  await append(world, streamName('main', 'calendar', calendar.id), [fact]);
}

async function append(
  world: World,
  stream: string,
  facts: readonly (AgreementFact | CalendarPublished | ReminderFact)[],
  recordedAt = PROPOSED_AT,
): Promise<string> {
  const commandId = randomUUID();
  let last = NO_STREAM;
  for await (const { event } of world.store.read(stream, { direction: 'backwards', limit: 1 }))
    last = event.revision;
  const events = facts.map((fact, index) => ({
    ...fact,
    id: randomUUID(),
    space: parseStreamName(stream).space,
    stream,
    revision: last + 1 + index,
    schemaVersion: 1,
    recordedAt,
    actor: 'person-1',
    commandId,
    bodyMac: '0'.repeat(64),
    causationId: commandId,
    correlationId: commandId,
    salt: '0'.repeat(32),
  }));
  await world.store.append(stream, last, events as unknown as EventEnvelope[]);
  return commandId;
}

export async function agreementOf(world: World, agreementId: string): Promise<EventEnvelope[]> {
  const events: EventEnvelope[] = [];
  for await (const { event } of world.store.read(streamName('main', 'agreement', agreementId)))
    events.push(event);
  return events;
}

/** What is recorded of an agreement's reminders, in order. */
export async function remindersOf(
  world: World,
  agreementId: string,
  space = 'main',
): Promise<EventEnvelope<ReminderFact>[]> {
  const events: EventEnvelope<ReminderFact>[] = [];
  for await (const { event } of world.store.read(streamName(space, 'reminders', agreementId))) {
    events.push(event as unknown as EventEnvelope<ReminderFact>);
  }
  return events;
}

/** The same as short lines: `ReminderSent remind-5 north-head`. */
export async function linesOf(world: World, agreementId: string): Promise<string[]> {
  return (await remindersOf(world, agreementId)).map(({ type, data }) => {
    if (type === 'RemindersClosed') return `${type} ${data.reason} ${data.steps.join('+')}`;
    if (type === 'ReminderPolicySet') return `${type} ${data.kind}`;
    if (type === 'RemindersMuted' || type === 'RemindersUnmuted') return `${type} ${data.until}`;
    if (type === 'ReminderRequested') return `${type} ${data.step}`;
    if (type === 'DeadlineEscalated') return `${type} ${data.level} ${data.positionIds.join('+')}`;
    if (type === 'ReminderSent' || type === 'ReminderBounced')
      return `${type} ${data.step} ${data.positionId}`;
    if (type === 'ReminderSuppressed')
      return `${type} ${data.step} ${data.positionId ?? 'all'} ${data.reason}`;
    return `${type} ${data.positionId}`;
  });
}

export async function eventually(what: () => Promise<void>, patienceMs = 15_000): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      await what();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(50);
    }
  }
}
