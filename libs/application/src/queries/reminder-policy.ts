import type { DeadlineKind } from '@entente/agreement';
import type { Mute, PolicyOrigin, PolicyValues } from '@entente/reminder';
import { Query } from '@nestjs/cqrs';

import type { Asked } from './queries.js';

/** When people are reminded of an agreement's deadlines of a kind, and who said so. */
export interface ReminderPolicyRow {
  readonly kind: DeadlineKind;
  readonly policy: PolicyValues;
  readonly origins: { readonly [Field in keyof PolicyValues]: PolicyOrigin };
}

export interface ReminderPolicies {
  readonly items: readonly ReminderPolicyRow[];
  /** Until when nobody is reminded of it; null: people are. */
  readonly muted: Mute | null;
}

export class GetReminderPolicy extends Query<ReminderPolicies | undefined> {
  constructor(
    readonly asked: Asked,
    readonly agreement: string,
  ) {
    super();
  }
}
