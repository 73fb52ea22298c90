import { IdentityModule, SessionGuard } from '@entente/identity';
import type { Log } from '@entente/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';

import { AgreementCommandsController } from './agreements/agreement-commands.controller.js';
import { AgreementReference } from './agreements/agreement-reference.js';
import { TextController } from './agreements/text.controller.js';
import { AgreementsController } from './agreements/agreements.controller.js';
import { DefinitionsController } from './agreements/definitions.controller.js';
import { MigrationsController } from './agreements/migrations.controller.js';
import { NumberAwaited } from './agreements/number-awaited.js';
import { AnswerLinkController } from './answers/answer-link.controller.js';
import { CalendarsController } from './calendars/calendars.controller.js';
import { ProposalsController } from './calendars/proposals.controller.js';
import { DesksController } from './directory/desks.controller.js';
import { ImportsController } from './directory/imports.controller.js';
import { OrganisationCommandsController } from './directory/organisation-commands.controller.js';
import { OrganisationsController } from './directory/organisations.controller.js';
import { PeopleController } from './directory/people.controller.js';
import { DocumentsTogetherController } from './documents/documents-together.controller.js';
import { DocumentsController } from './documents/documents.controller.js';
import { FilesController } from './files/files.controller.js';
import { HealthController } from './health/health.controller.js';
import { LiveFeed } from './live/live-feed.js';
import { LiveController } from './live/live.controller.js';
import { Visibility } from './live/visibility.js';
import { MeetingCommandsController } from './meetings/meeting-commands.controller.js';
import { MeetingsController } from './meetings/meetings.controller.js';
import { ResultsAwaited } from './meetings/results-awaited.js';
import { InboxController } from './notices/inbox.controller.js';
import { OutboxController } from './notices/outbox.controller.js';
import { DemoClockController } from './demo/demo-clock.controller.js';
import { DeadlinesController } from './notices/deadlines.controller.js';
import { ReminderAnswersController } from './notices/reminder-answers.controller.js';
import { PreviewRemindersController } from './notices/preview-reminders.controller.js';
import { ReminderPolicyController } from './notices/reminder-policy.controller.js';
import { MessagePreviewController } from './notices/message-preview.controller.js';
import { RemindersController } from './notices/reminders.controller.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { CommandSender } from './requests/command-sender.js';
import { RequestPipe } from './requests/validate.js';
import { DemoSignInController } from './session/demo-sign-in.controller.js';
import { SessionAnswers } from './session/session-answers.js';
import { SessionController } from './session/session.controller.js';
import { API_LOG, API_SETTINGS, type ApiSettings } from './settings.js';
import { RequestLimit, throttling } from './throttling.js';
import { BoardFiltersController } from './work/board-filters.controller.js';
import { CoverageController } from './work/coverage.controller.js';
import { MyWorkController } from './work/my-work.controller.js';
import { WebController } from './web/web.controller.js';

const controllers = [
  SessionController,
  AgreementsController,
  TextController,
  AgreementCommandsController,
  DefinitionsController,
  MigrationsController,
  CalendarsController,
  ProposalsController,
  MyWorkController,
  CoverageController,
  BoardFiltersController,
  OrganisationsController,
  OrganisationCommandsController,
  PeopleController,
  DesksController,
  ImportsController,
  MeetingsController,
  MeetingCommandsController,
  FilesController,
  DocumentsController,
  DocumentsTogetherController,
  OutboxController,
  InboxController,
  DeadlinesController,
  DemoClockController,
  RemindersController,
  ReminderPolicyController,
  ReminderAnswersController,
  AnswerLinkController,
  MessagePreviewController,
  PreviewRemindersController,
  LiveController,
  HealthController,
  WebController,
];

const services = [
  ResultsAwaited,
  CommandSender,
  AgreementReference,
  NumberAwaited,
  SessionAnswers,
  LiveFeed,
  Visibility,
];

/** The HTTP side of Entente. Stands on a global module that provides the buses and ports: `EntenteModule`. */
@Module({})
export class ApiModule {
  static forRoot(settings: ApiSettings, log: Log): DynamicModule {
    return {
      module: ApiModule,
      imports: [IdentityModule.forRoot(settings), ThrottlerModule.forRoot(throttling)],
      controllers: settings.production ? controllers : [DemoSignInController, ...controllers],
      providers: [
        { provide: API_SETTINGS, useValue: settings },
        { provide: API_LOG, useValue: log },
        { provide: APP_FILTER, useValue: new ProblemFilter(log) },
        { provide: APP_PIPE, useClass: RequestPipe },
        // In this order: who is limited is who the session says.
        { provide: APP_GUARD, useExisting: SessionGuard },
        { provide: APP_GUARD, useClass: RequestLimit },
        ...services,
      ],
    };
  }
}
