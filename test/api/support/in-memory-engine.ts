import type { Viewer } from '@entente/access';
import {
  calendarLines,
  commandHandlers,
  directoryQueryHandlers,
  DataKeys,
  DemoClock,
  derivedId,
  Facts,
  Files,
  FillPosition,
  GetAgreementHandler,
  GetBoard,
  GetCoverage,
  GetHistory,
  GetMyWork,
  GetPerson,
  ListDesks,
  ListAgreementsUnder,
  ListCalendars,
  ListCountedWithOlder,
  ListDefinitions,
  ListOrganisations,
  GetMeetingHandler,
  HolidaySource,
  LetterDocuments,
  ListMeetings,
  ListOutbox,
  ListPeople,
  ListDeadlines,
  ListReminders,
  NameDirectory,
  NumberIndex,
  readOrganisation,
  RecentDirectory,
  RegisterOrganisation,
  RegisterPerson,
  GetReminderPolicyHandler,
  ReplayAgreementHandler,
  textQueryHandlers,
  ViewerDirectory,
  reachOf,
  whenAgreementProposedThenNumberIt,
  type AgreementUnder,
  type Page,
  type PersonRow,
} from '@entente/application';
import {
  agreementDecider,
  definitions,
  type DefinitionPublished,
  type WorkflowDefinition,
} from '@entente/agreement';
import { SETUP } from '@entente/access';
import type { CalendarPublished, OrganisationFact, PersonFact, PositionRole } from '@entente/directory';
import {
  InMemoryEventStore,
  KnownStreams,
  readFolded,
  type Answer,
  type EventStore,
} from '@entente/event-sourcing';
import { DateHolidays } from '@entente/holidays';
import { calendarNames } from '@entente/calendar';
import { LetterMaker } from '@entente/documents';
import { HealthChecks } from '@entente/platform';
import type { DynamicModule, Type } from '@nestjs/common';
import { type CommandBus, CqrsModule, QueryHandler, type Query } from '@nestjs/cqrs';
import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';

import { filesForTest } from '../../support/files-for-test.js';

/** Entente on a log in memory: the real commands, rules and replays; of the lists only what a request needs. */
export class MemoryFacts extends Facts {
  override store: EventStore = new InMemoryEventStore();
  override readonly zone = 'Asia/Shanghai';
  readonly stored = filesForTest();
  override readonly files = this.stored.files;
  override readonly streams = new KnownStreams();
  override readonly directory = new RecentDirectory();
  override readonly tzdb = '2026a';

  override readonly sha1 = (bytes: Uint8Array): Uint8Array => createHash('sha1').update(bytes).digest();

  override now(): string {
    return new Date().toISOString();
  }

  override newSalt(): string {
    return randomBytes(16).toString('hex');
  }

  override mac(text: string): string {
    return createHmac('sha256', 'a key for tests').update(text).digest('hex');
  }

  override sha256(text: string): string {
    return createHash('sha256').update(text).digest('hex');
  }
}

class MemoryDirectory {
  constructor(private readonly facts: MemoryFacts) {}

  async *#organisations(space: string): AsyncGenerator<string> {
    const filter = { streamPrefixes: [`${space}.organisation-`] };
    for await (const { event } of this.facts.store.readAll(undefined, filter)) {
      if ((event as unknown as OrganisationFact).type === 'OrganisationRegistered') {
        yield event.stream.slice(`${space}.organisation-`.length);
      }
    }
  }

  async people(space: string): Promise<PersonRow[]> {
    const people: PersonRow[] = [];
    for await (const { event } of this.facts.store.readAll(undefined, {
      streamPrefixes: [`${space}.person-`],
    })) {
      const fact = event as unknown as PersonFact;
      if (fact.type !== 'PersonRegistered') continue;
      const { name, language } = fact.data;
      const personId = event.stream.slice(`${space}.person-`.length);
      people.push({ personId, name: name ?? {}, language, positions: [] });
    }
    return people;
  }

  async viewerOf(space: string, personId: string): Promise<Viewer | undefined> {
    const people = await this.people(space);
    if (!people.some((person) => person.personId === personId)) return undefined;
    const positions: Viewer['positions'][number][] = [];
    for await (const organisationId of this.#organisations(space)) {
      const read = await readOrganisation(this.facts.store, space, organisationId);
      for (const filled of read?.organisation.positions ?? []) {
        if (filled.personId !== personId) continue;
        positions.push({ positionId: filled.positionId, organisationId, roles: filled.roles });
      }
    }
    return { space, personId, positions };
  }
}

/** Never behind: beyond every position of the log. */
const freshness = { view: 'memory', version: 1, position: '9'.repeat(20), lagMs: 0, parked: null };

function pageOf<Row>(items: readonly Row[]): Page<Row> {
  return { items, nextCursor: null, total: items.length, freshness };
}

/** A handler whose answer a test may look at or replace. */
function answering<Asked extends Query<unknown>>(
  query: Type<Asked>,
  answer: (asked: Asked) => unknown,
): Type<object> {
  class Handler {
    execute(asked: Asked): Promise<unknown> {
      return Promise.resolve(answer(asked));
    }
  }
  QueryHandler(query)(Handler);
  return Handler;
}

export class MemoryEngine {
  readonly facts = new MemoryFacts();
  readonly health = new HealthChecks();
  /** The last query of each list, as the handler got it. */
  readonly asked: Query<unknown>[] = [];
  readonly #directory = new MemoryDirectory(this.facts);
  readonly #stop = new AbortController();

  /** Numbers what is proposed, as the worker does. */
  async number(bus: CommandBus): Promise<void> {
    const { store } = this.facts;
    const automation = whenAgreementProposedThenNumberIt(this.facts);
    const reach = reachOf(store, async (message) => {
      const answer = await bus.execute<typeof message, Answer>(message);
      if (!answer.accepted) throw new Error(answer.refusal.code);
      return answer.events;
    });
    for await (const { event } of store.subscribe(undefined, { signal: this.#stop.signal })) {
      await automation.react([event], reach);
    }
  }

  async #published(space: string): Promise<WorkflowDefinition[]> {
    const published: WorkflowDefinition[] = [];
    const filter = { streamPrefixes: [`${space}.workflow-`] };
    for await (const { event } of this.facts.store.readAll(undefined, filter)) {
      published.push((event as unknown as DefinitionPublished).data.definition as WorkflowDefinition);
    }
    return published;
  }

  async #under(space: string, definition: string, { after = '', limit }: ListAgreementsUnder['page']) {
    const streams = new Set<string>();
    const filter = { streamPrefixes: [`${space}.agreement-`] };
    for await (const { event } of this.facts.store.readAll(undefined, filter)) streams.add(event.stream);
    const all: AgreementUnder[] = [];
    for (const stream of [...streams].sort()) {
      const { state } = await readFolded(this.facts.store, stream, agreementDecider);
      if (state.stage === null || state.ended || state.definition !== definition) continue;
      const { number = null, stage } = state;
      all.push({ agreementId: stream.slice(`${space}.agreement-`.length), number, stage, definition });
    }
    const rest = all.filter(({ agreementId }) => agreementId > after);
    const items = rest.slice(0, limit);
    return { items, next: rest.length > limit ? items.at(-1)!.agreementId : null, total: all.length };
  }

  async #counted(
    space: string,
    calendar: string,
    version: number,
    { after = '', limit }: ListCountedWithOlder['page'],
  ) {
    const streams = new Set<string>();
    const filter = { streamPrefixes: [`${space}.agreement-`] };
    for await (const { event } of this.facts.store.readAll(undefined, filter)) streams.add(event.stream);
    const all: string[] = [];
    for (const stream of [...streams].sort()) {
      const { state } = await readFolded(this.facts.store, stream, agreementDecider);
      const names = state.stage === null ? [] : state.deadlines.filter(({ status }) => status === 'open');
      const isOlder = names.some(({ calendar: name }) =>
        calendarNames(name).some((known) => known.id === calendar && known.version !== version),
      );
      if (isOlder) all.push(stream.slice(`${space}.agreement-`.length));
    }
    const rest = all.filter((id) => id > after);
    const items = rest.slice(0, limit);
    return { items, next: rest.length > limit ? items.at(-1)! : null, total: all.length };
  }

  async #calendars(space: string): Promise<CalendarPublished['data'][]> {
    const newest = new Map<string, CalendarPublished['data']>();
    const filter = { streamPrefixes: [`${space}.calendar-`] };
    for await (const { event } of this.facts.store.readAll(undefined, filter)) {
      const { data } = event as unknown as CalendarPublished;
      newest.set(data.calendar.id, data);
    }
    return [...newest.values()];
  }

  stop(): void {
    this.#stop.abort();
    this.facts.stored.remove();
  }

  module(): DynamicModule {
    const remember =
      <Answer>(answer: Answer) =>
      (query: Query<unknown>): Answer => {
        this.asked.push(query);
        return answer;
      };
    const directory = this.#directory;
    const ports = [
      { provide: Facts, useValue: this.facts },
      { provide: DataKeys, useValue: { destroy: () => Promise.resolve(false) } },
      {
        provide: DemoClock,
        useValue: { offsetMs: () => 0, advance: () => Promise.resolve(this.facts.now()) },
      },
      { provide: Files, useValue: this.facts.files },
      { provide: HolidaySource, useValue: new DateHolidays() },
      { provide: LetterDocuments, useValue: new LetterMaker('https://entente.example.org') },
      { provide: HealthChecks, useValue: this.health },
      { provide: ViewerDirectory, useValue: directory },
      { provide: NameDirectory, useValue: { namesOf: () => Promise.resolve(new Map()) } },
      { provide: NumberIndex, useValue: { agreementIdOf: () => Promise.resolve(undefined) } },
    ];
    const lists = [
      answering(GetBoard, remember({ ...pageOf([]), byStage: {}, parked: 0 })),
      answering(GetCoverage, remember({ rows: [], columns: [], cells: [], gaps: 0, parked: 0, freshness })),
      answering(GetHistory, remember(pageOf([]))),
      answering(
        GetMyWork,
        remember({ ...pageOf([]), tasks: [], counts: { owed: 0, late: 0, awaited: 0 }, parked: 0 }),
      ),
      answering(GetPerson, remember(undefined)),
      answering(ListDesks, remember({ items: [], freshness })),
      answering(ListDefinitions, async ({ asked }) => ({
        items: [...definitions(), ...(await this.#published(asked.viewer.space))],
        freshness,
      })),
      answering(ListAgreementsUnder, async ({ asked, definition, page }) => ({
        ...(await this.#under(asked.viewer.space, definition, page)),
        freshness,
      })),
      answering(ListCalendars, async ({ asked }) => ({
        items: calendarLines(await this.#calendars(asked.viewer.space), this.facts.now().slice(0, 10)),
        freshness,
      })),
      answering(ListCountedWithOlder, async ({ asked, calendar, version, page }) => ({
        ...(await this.#counted(asked.viewer.space, calendar, version, page)),
        freshness,
      })),
      answering(ListOrganisations, remember(pageOf([]))),
      answering(ListMeetings, remember(pageOf([]))),
      answering(ListOutbox, remember(undefined)),
      answering(
        ListDeadlines,
        remember({ ...pageOf([]), counts: { missed: 0, week: 0, later: 0 }, parked: 0 }),
      ),
      answering(ListReminders, remember(pageOf([]))),
      answering(ListPeople, async ({ asked }) => pageOf(await directory.people(asked.viewer.space))),
    ];
    return {
      module: MemoryEngine,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers: [
        ...ports,
        ...commandHandlers,
        ...lists,
        ...directoryQueryHandlers,
        ...textQueryHandlers,
        GetMeetingHandler,
        GetAgreementHandler,
        GetReminderPolicyHandler,
        ReplayAgreementHandler,
      ],
      exports: [CqrsModule, ...ports.map(({ provide }) => provide)],
    };
  }
}

export interface Staff {
  readonly coordinator: string;
  readonly baseHead: string;
  readonly chair: string;
  readonly auditor: string;
  readonly stranger: string;
  readonly base: string;
  readonly district: string;
  readonly baseHeadPosition: string;
  readonly chairPosition: string;
}

type Execute = (message: RegisterOrganisation | RegisterPerson | FillPosition) => Promise<unknown>;

/** Registers a coordinating department, a base and a district, each with its people. */
export async function staff(execute: Execute, facts: Facts, space = 'main'): Promise<Staff> {
  const sender = { space, system: SETUP } as const;
  const header = (): { commandId: string; causationId: string; correlationId: string } => {
    const commandId = randomUUID();
    return { commandId, causationId: commandId, correlationId: commandId };
  };
  const organisation = async (en: string): Promise<string> => {
    const head = header();
    const id = derivedId(facts.sha1, head.commandId, 'organisation');
    await execute(new RegisterOrganisation(sender, head, id, { type: 'RegisterOrganisation', name: { en } }));
    return id;
  };
  const person = async (
    en: string,
    organisationId: string,
    roles: readonly PositionRole[],
  ): Promise<{ readonly personId: string; readonly positionId: string }> => {
    const head = header();
    const personId = derivedId(facts.sha1, head.commandId, 'person');
    await execute(
      new RegisterPerson(sender, head, personId, { type: 'RegisterPerson', name: { en }, language: 'en' }),
    );
    const filling = header();
    const body = { type: 'FillPosition', title: { en }, roles, personId, from: '2026-01-01' } as const;
    await execute(new FillPosition(sender, filling, organisationId, body));
    return { personId, positionId: filling.commandId };
  };
  const department = await organisation('Department');
  const base = await organisation('Base');
  const district = await organisation('District');
  const elsewhere = await organisation('Elsewhere');
  const coordinator = await person('Coordinator', department, ['coordinator']);
  const auditor = await person('Auditor', department, ['auditor']);
  const baseHead = await person('Head of the base', base, ['representative', 'signatory']);
  const chair = await person('Chair', district, ['representative', 'signatory']);
  const stranger = await person('Stranger', elsewhere, ['representative']);
  return {
    coordinator: coordinator.personId,
    auditor: auditor.personId,
    baseHead: baseHead.personId,
    chair: chair.personId,
    stranger: stranger.personId,
    base,
    district,
    baseHeadPosition: baseHead.positionId,
    chairPosition: chair.positionId,
  };
}
