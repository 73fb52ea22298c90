import type { DeadlineKind } from '@entente/agreement';
import type { PolicyOrigin, PolicyValues } from '@entente/reminder';
import { Query } from '@nestjs/cqrs';

import type { Asked } from './queries.js';

/** When people are reminded of an agreement's deadlines of a kind, and who said so. */
export interface ReminderPolicyRow {
  readonly kind: DeadlineKind;
  readonly policy: PolicyValues;
  readonly origins: { readonly [Field in keyof PolicyValues]: PolicyOrigin };
}

export class GetReminderPolicy extends Query<readonly ReminderPolicyRow[] | undefined> {
  constructor(
    readonly asked: Asked,
    readonly agreement: string,
  ) {
    super();
  }
}
