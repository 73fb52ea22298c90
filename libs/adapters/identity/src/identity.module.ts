import { Facts } from '@entente/application';
import { Module, type DynamicModule } from '@nestjs/common';

import { DemoSignIn } from './demo-sign-in.js';
import { FirstCoordinator } from './first-coordinator.js';
import { SessionGuard } from './session.guard.js';
import { SessionTokens } from './session-tokens.js';

export interface IdentityOptions {
  readonly production: boolean;
}

const KEY_USE = 'entente session token v1';

/** Stands on a global module that provides CommandBus, QueryBus, Facts and ViewerDirectory. */
@Module({})
export class IdentityModule {
  static forRoot({ production }: IdentityOptions): DynamicModule {
    const tokens = {
      provide: SessionTokens,
      useFactory: (facts: Facts) => new SessionTokens(Buffer.from(facts.mac(KEY_USE), 'hex')),
      inject: [Facts],
    };
    const withoutPassword = production ? [] : [DemoSignIn, FirstCoordinator];
    return {
      module: IdentityModule,
      providers: [tokens, SessionGuard, ...withoutPassword],
      exports: [SessionTokens, SessionGuard, ...withoutPassword],
    };
  }
}
