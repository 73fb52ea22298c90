import { maySeeOutbox, SETUP, type SystemActor, type Viewer } from '@entente/access';
import type { AgreementFact } from '@entente/agreement';
import { localDateOf, type Calendars } from '@entente/calendar';
import { readStream, refuse, stateOf, streamName, type Refused, type Stamped } from '@entente/event-sourcing';
import {
  aboveOf,
  deadlineOf,
  heldBack,
  isLastBefore,
  opensAt,
  planDifference,
  planReminders,
  recipientsOf,
  remindedAgreement,
  remindersDecider,
  toldDifference,
  windowOf,
  type PlanChange,
  type PlannedReminder,
  type Recipient,
  type RemindedAgreement,
  type ReminderFact,
  type Reminders,
} from '@entente/reminder';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { Facts } from '../ports/facts.js';
import { NameDirectory, NumberIndex } from '../ports/ports.js';
import { ReminderDirectory } from '../ports/reminder-directory.js';
import { whoIsReminded } from '../reminders/who-is-reminded.js';
import { agreementUseCase } from '../use-cases/agreement.js';
import { foresee } from '../use-cases/foresee.js';
import { positionsAbove } from '../use-cases/positions-above.js';
import { remindersUseCase } from '../use-cases/reminders.js';
import {
  PreviewReminders,
  type ForeseenCommand,
  type PreviewedRecipient,
  type PreviewedStep,
} from './preview-reminders.js';
import { readAgreement } from './read-agreement.js';

/** Both streams of an agreement, as they are or would be. */
interface Histories {
  readonly agreement: readonly Stamped<AgreementFact>[];
  readonly reminders: readonly Stamped<ReminderFact>[];
}

interface Plan {
  readonly reminders: Reminders;
  readonly agreement: RemindedAgreement | undefined;
  readonly steps: readonly PlannedReminder[];
}

/** The plan of reminders still to come, beside the one that commands would make of it; nothing is recorded. */
@QueryHandler(PreviewReminders)
export class PreviewRemindersHandler implements IQueryHandler<PreviewReminders> {
  constructor(
    private readonly facts: Facts,
    private readonly numbers: NumberIndex,
    private readonly directory: ReminderDirectory,
    private readonly names: NameDirectory,
  ) {}

  async execute({
    asked: { viewer },
    agreement: reference,
    commands,
  }: PreviewReminders): Promise<readonly PreviewedStep[] | Refused | undefined> {
    const { store } = this.facts;
    const read = await readAgreement(store, this.numbers, viewer, reference);
    if (!read) return undefined;
    if (!maySeeOutbox(viewer)) return refuse('not-allowed');
    const { agreementId } = read;
    const stream = streamName(viewer.space, 'reminders', agreementId);
    const told = await readStream<ReminderFact>(store, stream, remindersDecider);
    const now: Histories = {
      agreement: read.history.map(({ event }) => event),
      reminders: told.map(({ event }) => event),
    };
    let then = now;
    for (const command of commands) {
      const foreseen = await this.#after(viewer, agreementId, then, command);
      if ('refused' in foreseen) return foreseen;
      then = foreseen;
    }
    const before = await this.#planOf(viewer.space, agreementId, now);
    const after = await this.#planOf(viewer.space, agreementId, then);
    return this.#shown(viewer.space, planDifference(before.steps, after.steps), before, after);
  }

  async #after(
    viewer: Viewer,
    agreementId: string,
    histories: Histories,
    command: ForeseenCommand,
  ): Promise<Histories | Refused> {
    const { space, personId: actor } = viewer;
    // Nothing is done: whoever may look may also look at what would be.
    const sender: SystemActor = { space, system: SETUP };
    if (command.type === 'SetReminderPolicy' || command.type === 'MuteReminders') {
      const stream = streamName(space, 'reminders', agreementId);
      const useCase = remindersUseCase(this.facts, sender);
      const reminders = await foresee(this.facts, useCase, { stream, actor, command }, histories.reminders);
      return 'refused' in reminders ? reminders : { ...histories, reminders };
    }
    const stream = streamName(space, 'agreement', agreementId);
    const useCase = agreementUseCase(this.facts, sender);
    const agreement = await foresee(this.facts, useCase, { stream, actor, command }, histories.agreement);
    return 'refused' in agreement ? agreement : { ...histories, agreement };
  }

  /** What is still to come of it. */
  async #planOf(space: string, agreementId: string, histories: Histories): Promise<Plan> {
    const agreement = remindedAgreement(agreementId, histories.agreement);
    const reminders = stateOf(remindersDecider, histories.reminders);
    if (!agreement) return { agreement, reminders, steps: [] };
    const names = agreement.deadlines.map(({ calendar }) => calendar);
    const calendars = await this.facts.calendarsNamed(space, names);
    const now = this.facts.now(space);
    const plan = planReminders(agreement, calendars, reminders.policies, reminders);
    return { agreement, reminders, steps: plan.filter(({ at }) => at > now) };
  }

  async #shown(
    space: string,
    changes: readonly PlanChange[],
    before: Plan,
    after: Plan,
  ): Promise<readonly PreviewedStep[]> {
    const calendars = await this.facts.calendarsNow(space);
    const steps: PreviewedStep[] = [];
    for (const { planned, change, was = null } of changes) {
      const { deadlineId, step, kind, localDate, at } = planned;
      const to = await this.#recipients(space, planned, change === 'removed' ? before : after, calendars);
      const earlier = change === 'same' ? before.steps.find((one) => isSameStep(one, planned)) : undefined;
      const told = earlier
        ? toldDifference(await this.#recipients(space, earlier, before, calendars), to)
        : change;
      steps.push({ deadlineId, step, kind, localDate, at, change: told, was, to });
    }
    return this.#named(space, steps);
  }

  async #recipients(
    space: string,
    planned: PlannedReminder,
    { agreement, reminders, steps: plan }: Plan,
    calendars: Calendars,
  ): Promise<readonly PreviewedRecipient[]> {
    if (!agreement) return [];
    const deadline = deadlineOf(planned, agreement);
    const dueAt = deadline?.dueAt;
    const lastBefore = dueAt !== undefined && isLastBefore(planned, plan, dueAt) ? dueAt : undefined;
    const found: PreviewedRecipient[] = [];
    const asked = { space, agreement, deadline: planned, answers: reminders };
    for (const recipient of await this.#positions(space, planned, agreement, reminders)) {
      const holder = await whoIsReminded(this.facts, this.directory, asked, recipient);
      const zone = holder?.zone ?? this.facts.zone;
      const window = windowOf(holder?.reminders, zone, calendars);
      const sendAt = opensAt(planned, window, lastBefore);
      const due = { step: planned, plan, deadline, recipient, holder, reminders, now: sendAt, zone };
      found.push({
        positionId: recipient.positionId,
        position: null,
        person: holder ? { personId: holder.personId, name: null } : null,
        zone,
        sendAt: holder ? sendAt : null,
        heldBack: heldBack(due) ?? null,
      });
    }
    return found;
  }

  async #positions(
    space: string,
    planned: PlannedReminder,
    agreement: RemindedAgreement,
    answers: Reminders,
  ): Promise<readonly Recipient[]> {
    switch (planned.kind) {
      case 'elapse':
        return [];
      case 'remind':
        return recipientsOf(planned, agreement, answers);
      case 'escalate': {
        const above = aboveOf(planned, planned.level ?? 'desk', agreement);
        const ids = await positionsAbove(this.directory, space, agreement, above, this.#today(space));
        return ids.map((positionId) => ({ positionId }));
      }
      default: {
        const never: never = planned.kind;
        return never;
      }
    }
  }

  async #named(space: string, steps: readonly PreviewedStep[]): Promise<readonly PreviewedStep[]> {
    const ids = steps.flatMap(({ to }) =>
      to.flatMap(({ positionId, person }) => [positionId, ...(person ? [person.personId] : [])]),
    );
    const names = await this.names.namesOf(space, [...new Set(ids)]);
    const nameOf = (id: string) => names.get(id) ?? null;
    return steps.map((step) => ({
      ...step,
      to: step.to.map((one) => ({
        ...one,
        position: nameOf(one.positionId),
        person: one.person && { ...one.person, name: nameOf(one.person.personId) },
      })),
    }));
  }

  #today(space: string): string {
    return localDateOf(this.facts.now(space), this.facts.zone);
  }
}

const isSameStep = (one: PlannedReminder, other: PlannedReminder): boolean =>
  one.deadlineId === other.deadlineId && one.step === other.step;
