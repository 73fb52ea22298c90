import type { DeadlineKind, ProposedAgreement, ReminderPolicy, WorkflowDefinition } from '@entente/agreement';
import { stageOf } from '@entente/agreement';
import { localDateOf } from '@entente/calendar';
import { readFolded, streamName } from '@entente/event-sourcing';
import { effectivePolicy, remindersDecider, valuesOf, type EffectivePolicy } from '@entente/reminder';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { Facts } from '../ports/facts.js';
import { NumberIndex } from '../ports/ports.js';
import { readAgreement } from './read-agreement.js';
import { GetReminderPolicy, type ReminderPolicies, type ReminderPolicyRow } from './reminder-policy.js';

const KINDS: readonly DeadlineKind[] = ['stage', 'milestone', 'signed-copy'];

/** Of the stage the agreement stands in, its milestones and its signed copy; a kind that has no deadline is left out. */
@QueryHandler(GetReminderPolicy)
export class GetReminderPolicyHandler implements IQueryHandler<GetReminderPolicy> {
  constructor(
    private readonly facts: Facts,
    private readonly numbers: NumberIndex,
  ) {}

  async execute({ asked, agreement: reference }: GetReminderPolicy): Promise<ReminderPolicies | undefined> {
    const { viewer } = asked;
    const read = await readAgreement(this.facts.store, this.numbers, viewer, reference);
    if (!read) return undefined;
    const { agreement, agreementId } = read;
    const definition = await this.facts.definitionOf(viewer.space, agreement.definition);
    const stream = streamName(viewer.space, 'reminders', agreementId);
    const { state } = await readFolded(this.facts.store, stream, remindersDecider);
    const items = KINDS.flatMap((kind): ReminderPolicyRow[] => {
      const remind = definition && remindOf(kind, agreement, definition);
      if (!remind) return [];
      const policy = effectivePolicy(remind, agreement.definition, state.policies[kind]);
      return [{ kind, policy: valuesOf(policy), origins: originsOf(policy) }];
    });
    const { muted } = state;
    const today = localDateOf(this.facts.now(viewer.space), this.facts.zone);
    return { items, muted: muted && today <= muted.until ? await this.facts.read(muted) : null };
  }
}

function remindOf(
  kind: DeadlineKind,
  { stage }: ProposedAgreement,
  definition: WorkflowDefinition,
): ReminderPolicy | undefined {
  switch (kind) {
    case 'stage':
      return stageOf(definition, stage)?.deadline?.remind;
    case 'milestone':
      return definition.milestoneReminders;
    case 'signed-copy':
      return definition.signedCopy?.remind;
    default: {
      const never: never = kind;
      return never;
    }
  }
}

function originsOf(policy: EffectivePolicy): ReminderPolicyRow['origins'] {
  return {
    workingDaysBefore: policy.workingDaysBefore.origin,
    onTheDay: policy.onTheDay.origin,
    daysBefore: policy.daysBefore.origin,
    workingDaysAfter: policy.workingDaysAfter.origin,
    daysAfter: policy.daysAfter.origin,
    repeat: policy.repeat.origin,
    escalate: policy.escalate.origin,
    workingDaysPutOff: policy.workingDaysPutOff.origin,
    workingDaysStuck: policy.workingDaysStuck.origin,
  };
}
