import { localDateOf } from '@entente/calendar';
import { uuidV5 } from '@entente/canonical';
import { opensAnotherDay } from '@entente/reminder';

import { check, type Ready } from './check.js';
import type { Deliveries } from './deliveries/deliveries.js';
import { see, type Seen } from './due-step.js';
import { mailOf } from './mail-of.js';
import { sortIntoMessages, type Message } from './messages.js';
import type { Holders } from './recipients.js';
import { record } from './record.js';
import type { ReminderPorts } from './reminder-ports.js';
import { suppress } from './suppress.js';

/** Another attempt may help. */
export class ReminderNotDelivered extends Error {
  override readonly name = 'ReminderNotDelivered';
}

/**
 * Sends a person what is open for them, each looked at again: one message, as far as `sortIntoMessages` sees. To be run
 * under a lock of the person. Answers by how many milliseconds each reminder came after it might have. Throws
 * ReminderNotDelivered.
 */
export async function dispatch(
  ports: ReminderPorts,
  deliveries: Deliveries,
  { space, personId }: { readonly space: string; readonly personId: string },
  holders: Holders,
  lastAttempt: boolean,
): Promise<readonly number[]> {
  const { facts } = ports;
  const now = facts.now(space);
  const { open, lastToldAt } = await deliveries.pendingOf(space, personId, now);
  const seen = new Map<string, Seen>();
  const ready: Ready[] = [];
  for (const delivery of open) {
    const { agreementId } = delivery;
    const known = seen.get(agreementId) ?? (await see(facts, space, agreementId));
    seen.set(agreementId, known);
    const found = await check(ports, deliveries, delivery, known, holders);
    if (found) ready.push(found);
  }
  const { messages, another, doubles } = sortIntoMessages(ready, now, lastToldAt);
  for (const { delivery, window } of another) {
    const opens = opensAnotherDay(now, window);
    await deliveries.moveTo(delivery.key, opens, localDateOf(opens, window.zone));
  }
  const failures: string[] = [];
  const late: number[] = [];
  for (const message of messages) {
    const failure = await send(ports, deliveries, message, lastAttempt);
    if (failure !== undefined) failures.push(failure);
    else
      late.push(
        ...message.of.map(({ delivery }) => Date.parse(facts.now(space)) - Date.parse(delivery.opensAt)),
      );
  }
  if (failures.length > 0) throw new ReminderNotDelivered(failures.join(', '));
  for (const { delivery, due } of doubles) {
    await suppress(facts, due, 'superseded', delivery.positionId, personId);
    await deliveries.held(delivery.key, 'superseded');
  }
  return late;
}

/** Answers why it was not delivered when another attempt may help. */
async function send(
  ports: ReminderPorts,
  deliveries: Deliveries,
  message: Message,
  lastAttempt: boolean,
): Promise<string | undefined> {
  const { facts, mailer } = ports;
  const [first] = message.of;
  if (!first) return undefined;
  const { space } = first.due;
  const { personId } = first.holder;
  const keys = message.of.map(({ delivery }) => delivery.key).sort();
  const today = localDateOf(facts.now(space), first.window.zone);
  const deliveryId = message.deliveryId ?? uuidV5(facts.sha1, 'reminder', space, personId, today, ...keys);
  if (message.deliveryId === undefined) await deliveries.putInto(deliveryId, keys, today);
  const outcome = await mailer.send(mailOf(ports, deliveryId, message.of));
  if (!outcome.delivered) {
    if (outcome.permanent && lastAttempt) {
      await rejected(facts, deliveries, message);
      return undefined;
    }
    // Whoever did not answer may have it all the same: only the same message may follow.
    if (outcome.reason !== 'timeout') await deliveries.takeOut(keys);
    return outcome.reason;
  }
  const { channel, messageId } = outcome;
  for (const { due, delivery } of message.of) {
    const { deadlineId, version, step, at: plannedAt } = due.planned;
    const { positionId, opensAt, agreementId } = delivery;
    await record(facts, { space, agreementId }, due.cause, [deadlineId, String(version), step, positionId], {
      type: 'RecordReminderSent',
      ...{ deadlineId, version, step, positionId, personId, channel, messageId, plannedAt, opensAt },
    });
  }
  await deliveries.sent(keys, facts.now(space));
  return undefined;
}

/** The mail server will have none of it, whatever is tried. */
async function rejected(
  facts: ReminderPorts['facts'],
  deliveries: Deliveries,
  { of }: Message,
): Promise<void> {
  for (const { due, delivery, holder } of of) {
    await suppress(facts, due, 'rejected', delivery.positionId, holder.personId);
    await deliveries.held(delivery.key, 'rejected');
  }
}
