import {
  AnswerLinks,
  commandHandlers,
  DataKeys,
  DemoClock,
  Facts,
  Files,
  directoryQueryHandlers,
  GetAgreementHandler,
  GetMeetingHandler,
  GetMessageToCopyHandler,
  HolidaySource,
  LetterDocuments,
  ListRemindedPeopleHandler,
  NameDirectory,
  NumberIndex,
  OpenedLinks,
  ReminderDirectory,
  ReminderWords,
  ReminderWriter,
  GetReminderPolicyHandler,
  PreviewRemindersHandler,
  ReplayAgreementHandler,
  textQueryHandlers,
  ViewerDirectory,
  ViewProgress,
  ViewStatus,
} from '@entente/application';
import { LetterMaker } from '@entente/documents';
import { EventStore } from '@entente/event-sourcing';
import { DateHolidays } from '@entente/holidays';
import { ListRemindersHandler, OutageReportHandler, PreviewMessageHandler } from '@entente/jobs';
import {
  GetOutboxMailHandler,
  ListOutboxHandler,
  Outbox,
  WordsOfReminders,
  WrittenReminders,
} from '@entente/notification';
import { Database, HealthChecks } from '@entente/platform';
import {
  BoardNumberIndex,
  DirectoryOfHolders,
  DirectoryOfNames,
  DirectoryOfViewers,
  viewQueryHandlers,
} from '@entente/views';
import { type DynamicModule, type Provider, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';

import { answerLinks } from './answer-links.js';
import { Entente } from './entente.js';
import { MovableDemoClock } from './movable-demo-clock.js';

const queryHandlers: readonly Provider[] = [
  ...viewQueryHandlers,
  ...directoryQueryHandlers,
  GetAgreementHandler,
  ...textQueryHandlers,
  GetMeetingHandler,
  GetOutboxMailHandler,
  ListOutboxHandler,
  ListRemindersHandler,
  OutageReportHandler,
  PreviewMessageHandler,
  GetReminderPolicyHandler,
  ListRemindedPeopleHandler,
  GetMessageToCopyHandler,
  PreviewRemindersHandler,
  ReplayAgreementHandler,
];

/** Every port and what fills it, every handler of commands and queries: Entente as a module of another application. */
@Module({})
export class EntenteModule {
  static forRoot(entente: Entente): DynamicModule {
    const { database } = entente;
    const ports: readonly Provider[] = [
      { provide: Entente, useValue: entente },
      { provide: Database, useValue: database },
      { provide: EventStore, useValue: entente.store },
      { provide: DemoClock, useValue: new MovableDemoClock(entente.clocks, entente.facts) },
      { provide: Facts, useValue: entente.facts },
      { provide: DataKeys, useValue: entente.keys },
      { provide: Files, useValue: entente.facts.files },
      { provide: HolidaySource, useValue: new DateHolidays() },
      { provide: LetterDocuments, useValue: new LetterMaker(entente.configuration.publicUrl) },
      { provide: HealthChecks, useValue: entente.health },
      { provide: ViewProgress, useValue: entente.consumers },
      { provide: ViewStatus, useValue: entente.consumers },
      { provide: NumberIndex, useValue: new BoardNumberIndex(database) },
      { provide: NameDirectory, useValue: new DirectoryOfNames(database, entente.facts.seals) },
      { provide: ViewerDirectory, useValue: new DirectoryOfViewers(database) },
      { provide: ReminderDirectory, useValue: new DirectoryOfHolders(database, entente.facts.seals) },
      { provide: AnswerLinks, useValue: answerLinks(entente.facts, entente.configuration.publicUrl) },
      { provide: ReminderWords, useValue: new WordsOfReminders() },
      { provide: ReminderWriter, useValue: new WrittenReminders(entente.configuration.publicUrl) },
      { provide: Outbox, useValue: new Outbox(database) },
    ];
    return {
      module: EntenteModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers: [...ports, ...commandHandlers, ...queryHandlers, OpenedLinks],
      exports: [CqrsModule, OpenedLinks, ...ports.map((port) => (port as { provide: string }).provide)],
    };
  }
}
