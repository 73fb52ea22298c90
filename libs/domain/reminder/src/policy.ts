import type { DeadlineKind, ReminderPolicy } from '@entente/agreement';

import type { StepKey } from './events.js';

/** Who said so, when nobody closer to the deadline said otherwise. */
export type PolicyOrigin =
  | { readonly level: 'platform' }
  /** `name@version`. */
  | { readonly level: 'definition'; readonly definition: string }
  /** Somebody, for this agreement alone. */
  | { readonly level: 'agreement'; readonly by: string; readonly at: string };

/** What was said for one agreement, by whom and when (UTC ISO text). */
export interface OwnPolicy {
  readonly policy: Partial<ReminderPolicy>;
  readonly by: string;
  readonly at: string;
}
/** A reminder that somebody asked for beside those of the policy. */
export interface Requested extends StepKey {
  /** UTC ISO text. */
  readonly at: string;
}

/** By the kind of deadline it is about, and what was asked for beside any policy. */
export interface OwnPolicies extends Readonly<Partial<Record<DeadlineKind, OwnPolicy>>> {
  readonly requested?: readonly Requested[];
}

export type EffectivePolicy = {
  readonly [Field in keyof Required<ReminderPolicy>]: {
    readonly value: Required<ReminderPolicy>[Field];
    readonly origin: PolicyOrigin;
  };
};

export type PolicyValues = Required<ReminderPolicy>;

/** What holds where nobody says anything. */
export const PLATFORM_POLICY: PolicyValues = {
  workingDaysBefore: [5, 2],
  onTheDay: true,
  daysBefore: [],
  workingDaysAfter: [],
  daysAfter: [],
  repeat: { every: 1, count: 'working', times: 0 },
  escalate: [
    { to: 'representative', workingDaysAfter: 2 },
    { to: 'desk', workingDaysAfter: 5 },
    { to: 'head', workingDaysAfter: 10 },
  ],
  workingDaysPutOff: 3,
  workingDaysStuck: 10,
};

/** Each value with where it comes from. */
export function effectivePolicy(
  ofDefinition: Partial<ReminderPolicy>,
  definition: string,
  own?: OwnPolicy,
): EffectivePolicy {
  const said = <Field extends keyof PolicyValues>(field: Field): EffectivePolicy[Field] => {
    const values = [own?.policy[field], ofDefinition[field], PLATFORM_POLICY[field]];
    const value = values.find((one) => one !== undefined);
    const origin: PolicyOrigin =
      own?.policy[field] !== undefined
        ? { level: 'agreement', by: own.by, at: own.at }
        : ofDefinition[field] === undefined
          ? { level: 'platform' }
          : { level: 'definition', definition };
    // The compiler does not see that a field's value is of that field.
    return { value, origin } as EffectivePolicy[Field];
  };
  return {
    workingDaysBefore: said('workingDaysBefore'),
    onTheDay: said('onTheDay'),
    daysBefore: said('daysBefore'),
    workingDaysAfter: said('workingDaysAfter'),
    daysAfter: said('daysAfter'),
    repeat: said('repeat'),
    escalate: said('escalate'),
    workingDaysPutOff: said('workingDaysPutOff'),
    workingDaysStuck: said('workingDaysStuck'),
  };
}

export function valuesOf(policy: EffectivePolicy): PolicyValues {
  return {
    workingDaysBefore: policy.workingDaysBefore.value,
    onTheDay: policy.onTheDay.value,
    daysBefore: policy.daysBefore.value,
    workingDaysAfter: policy.workingDaysAfter.value,
    daysAfter: policy.daysAfter.value,
    repeat: policy.repeat.value,
    escalate: policy.escalate.value,
    workingDaysPutOff: policy.workingDaysPutOff.value,
    workingDaysStuck: policy.workingDaysStuck.value,
  };
}
