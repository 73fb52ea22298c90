import {
  calendarLines,
  commandHandlers,
  CountLettersByDefinition,
  directoryQueryHandlers,
  DataKeys,
  DemoClock,
  Facts,
  Files,
  GetAgreementHandler,
  GetBoard,
  GetCoverage,
  GetHistory,
  GetMyWork,
  GetOutboxMail,
  GetPerson,
  ListDesks,
  ListAgreementsUnder,
  ListCalendars,
  ListCountedWithOlder,
  ListDefinitions,
  ListOrganisations,
  GetMeetingHandler,
  GetOutageReport,
  HolidaySource,
  LetterDocuments,
  ListInbox,
  ListMeetings,
  ListOutbox,
  ListPeople,
  ListDeadlines,
  ListReminders,
  PreviewMessage,
  NameDirectory,
  NumberIndex,
  GetReminderPolicyHandler,
  PreviewRemindersHandler,
  ReplayAgreementHandler,
  textQueryHandlers,
  ViewerDirectory,
  reachOf,
  whenAgreementProposedThenNumberIt,
  type Page,
} from '@entente/application';
import { definitions } from '@entente/agreement';
import type { Answer } from '@entente/event-sourcing';
import { DateHolidays } from '@entente/holidays';
import { LetterMaker } from '@entente/documents';
import { HealthChecks } from '@entente/platform';
import type { DynamicModule, Type } from '@nestjs/common';
import { type CommandBus, CqrsModule, QueryHandler, type Query } from '@nestjs/cqrs';

import { MemoryDirectory } from './memory-directory.js';
import { MemoryFacts } from './memory-facts.js';
import { answerHandlers, answerPorts } from './memory-answers.js';
import { calendars, counted, published, under } from './memory-lists.js';

export { MemoryFacts } from './memory-facts.js';
export { staff, type Staff } from './staff.js';

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
      ...answerPorts(this.facts, directory),
      { provide: NameDirectory, useValue: { namesOf: () => Promise.resolve(new Map()) } },
      { provide: NumberIndex, useValue: { agreementIdOf: () => Promise.resolve(undefined) } },
    ];
    const lists = [
      answering(GetBoard, remember({ ...pageOf([]), byStage: {}, stages: [], parked: 0 })),
      answering(GetCoverage, remember({ rows: [], columns: [], cells: [], gaps: 0, parked: 0, freshness })),
      answering(GetHistory, remember(pageOf([]))),
      answering(
        GetMyWork,
        remember({ ...pageOf([]), tasks: [], counts: { owed: 0, late: 0, awaited: 0 }, parked: 0 }),
      ),
      answering(CountLettersByDefinition, remember({ items: [], freshness })),
      answering(GetPerson, remember(undefined)),
      answering(ListDesks, remember({ items: [], freshness })),
      answering(ListDefinitions, async ({ asked }) => ({
        items: [...definitions(), ...(await published(this.facts.store, asked.viewer.space))],
        freshness,
      })),
      answering(ListAgreementsUnder, async ({ asked, definition, page }) => ({
        ...(await under(this.facts.store, asked.viewer.space, definition, page)),
        freshness,
      })),
      answering(ListCalendars, async ({ asked }) => ({
        items: calendarLines(
          await calendars(this.facts.store, asked.viewer.space),
          this.facts.now().slice(0, 10),
        ),
        freshness,
      })),
      answering(ListCountedWithOlder, async ({ asked, calendar, version, page }) => ({
        ...(await counted(this.facts.store, asked.viewer.space, calendar, version, page)),
        freshness,
      })),
      answering(ListOrganisations, remember(pageOf([]))),
      answering(ListMeetings, remember(pageOf([]))),
      answering(ListInbox, remember({ ...pageOf([]), unread: 0 })),
      answering(GetOutboxMail, remember(undefined)),
      answering(ListOutbox, remember(undefined)),
      answering(
        ListDeadlines,
        remember({ ...pageOf([]), counts: { missed: 0, week: 0, later: 0 }, parked: 0 }),
      ),
      answering(ListReminders, remember(pageOf([]))),
      answering(
        GetOutageReport,
        remember({ since: '2026-01-01T00:00:00.000Z', total: 0, worstMinutes: 0, items: [] }),
      ),
      answering(PreviewMessage, remember({ at: this.facts.now(), messages: [] })),
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
        ...answerHandlers,
        PreviewRemindersHandler,
        ReplayAgreementHandler,
      ],
      exports: [CqrsModule, ...ports.map(({ provide }) => provide)],
    };
  }
}
