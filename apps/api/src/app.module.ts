import { IdentityModule } from '@entente/identity';
import { Module, type DynamicModule } from '@nestjs/common';

import { AgreementCommandsController } from './agreements/agreement-commands.controller.js';
import { AgreementReference } from './agreements/agreement-reference.js';
import { AgreementsController } from './agreements/agreements.controller.js';
import { DefinitionsController } from './agreements/definitions.controller.js';
import { NumberAwaited } from './agreements/number-awaited.js';
import { OrganisationsController } from './directory/organisations.controller.js';
import { PeopleController } from './directory/people.controller.js';
import { OutboxController } from './notices/outbox.controller.js';
import { RemindersController } from './notices/reminders.controller.js';
import { CommandSender } from './requests/command-sender.js';
import { DemoSignInController } from './session/demo-sign-in.controller.js';
import { SessionAnswers } from './session/session-answers.js';
import { SessionController } from './session/session.controller.js';
import { API_SETTINGS, type ApiSettings } from './settings.js';

/** The HTTP side of Entente. Stands on a global module that provides the buses and ports: `EntenteModule`. */
@Module({})
export class ApiModule {
  static forRoot(settings: ApiSettings): DynamicModule {
    return {
      module: ApiModule,
      imports: [IdentityModule.forRoot({ production: settings.production })],
      controllers: [
        SessionController,
        ...(settings.production ? [] : [DemoSignInController]),
        AgreementsController,
        AgreementCommandsController,
        DefinitionsController,
        OrganisationsController,
        PeopleController,
        OutboxController,
        RemindersController,
      ],
      providers: [
        { provide: API_SETTINGS, useValue: settings },
        CommandSender,
        AgreementReference,
        NumberAwaited,
        SessionAnswers,
      ],
    };
  }
}
