import { maySeeOutbox } from '@entente/access';
import {
  Facts,
  NameDirectory,
  NumberIndex,
  positionsAbove,
  PreviewMessage,
  readAgreement,
  ReminderDirectory,
  ReminderWriter,
  type PreviewedMessage,
  type MessagePreview,
} from '@entente/application';
import { localDateOf } from '@entente/calendar';
import {
  aboveOf,
  deadlineOf,
  heldBack,
  opensAt,
  recipientsOf,
  type Recipient,
  type Reminders,
} from '@entente/reminder';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { dueStep, see, type DueStep } from './due-step.js';
import { remindedOf } from './mail-of.js';
import { Holders, lastBeforeOf, windowOf } from './recipients.js';
import type { ReminderPorts } from './reminder-ports.js';

/** What a step that is planned would say, to whom and when: by all that is known now, and nothing is recorded. */
@QueryHandler(PreviewMessage)
export class PreviewMessageHandler implements IQueryHandler<PreviewMessage> {
  constructor(
    private readonly facts: Facts,
    private readonly numbers: NumberIndex,
    private readonly names: NameDirectory,
    private readonly directory: ReminderDirectory,
    private readonly writer: ReminderWriter,
  ) {}

  async execute({ asked, agreement, deadlineId, step }: PreviewMessage): Promise<MessagePreview | undefined> {
    const { viewer } = asked;
    const { space } = viewer;
    if (!maySeeOutbox(viewer)) return undefined;
    const read = await readAgreement(this.facts.store, this.numbers, viewer, agreement);
    if (!read) return undefined;
    const seen = await see(this.facts, space, read.agreementId);
    const planned = seen.plan.find((one) => one.deadlineId === deadlineId && one.step === step);
    const due = planned && planned.kind !== 'elapse' ? dueStep(seen, planned) : undefined;
    if (!due) return undefined;
    const recipients = await this.#recipients(due, seen.reminders);
    const holders = new Holders(this.#ports);
    const titles = await this.names.namesOf(
      space,
      recipients.map(({ positionId }) => positionId),
    );
    const messages = recipients.map(async (recipient) => ({
      ...(await this.#message(due, recipient, seen.reminders, holders)),
      position: titles.get(recipient.positionId) ?? null,
    }));
    return { at: due.planned.at, messages: await Promise.all(messages) };
  }

  get #ports(): Pick<ReminderPorts, 'directory' | 'facts'> {
    return { directory: this.directory, facts: this.facts };
  }

  async #recipients(due: DueStep, reminders: Reminders): Promise<readonly Recipient[]> {
    const { planned, agreement } = due;
    if (planned.level === undefined) return recipientsOf(planned, agreement, reminders);
    const above = aboveOf(planned, planned.level, agreement);
    const today = localDateOf(this.facts.now(due.space), this.facts.zone);
    const positions = await positionsAbove(this.directory, due.space, agreement, above, today);
    return positions.map((positionId) => ({ positionId }));
  }

  async #message(
    due: DueStep,
    recipient: Recipient,
    reminders: Reminders,
    holders: Holders,
  ): Promise<Omit<PreviewedMessage, 'position'>> {
    const nothing = { person: null, at: null, language: null, subject: null, text: null, html: null };
    if (recipient.heldBack !== undefined) return { ...nothing, heldBack: recipient.heldBack };
    const holder = await holders.of(due, recipient);
    if (!holder) return { ...nothing, heldBack: 'no-holder' };
    const { space, planned } = due;
    const window = await windowOf(this.facts, space, holder);
    const opens = opensAt(planned, window, lastBeforeOf(due));
    const now = this.facts.now(space);
    const at = opens > now ? opens : now;
    const { positionId } = recipient;
    const { personId, name, email, language } = holder;
    const deadline = deadlineOf(planned, due.agreement);
    const asked = { step: planned, plan: due.plan, deadline, reminders };
    const mail = { deliveryId: '', space, recipient: holder, now: at };
    return {
      person: { personId, name, address: email ?? null },
      heldBack: heldBack({ ...asked, recipient, holder, now: at, zone: window.zone }) ?? null,
      at,
      language,
      // Without a link that answers: whoever looks is not whom it is for.
      ...this.writer.write({
        ...mail,
        ...remindedOf({ due, delivery: { positionId }, holder }, at, undefined),
      }),
    };
  }
}
