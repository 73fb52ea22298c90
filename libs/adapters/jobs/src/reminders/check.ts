import type { PositionHolder } from '@entente/application';
import {
  deadlineOf,
  heldBack,
  isRecorded,
  keyOf,
  reopensAt,
  toldKey,
  whyUnsaid,
  type SendWindow,
} from '@entente/reminder';

import type { Deliveries } from './deliveries/deliveries.js';
import type { Delivery } from './deliveries/delivery.js';
import { dueStep, type DueStep, type Seen } from './due-step.js';
import { assignmentOf, isUrgent, lastBeforeOf, recipientAt, windowOf, type Holders } from './recipients.js';
import type { ReminderPorts } from './reminder-ports.js';
import { suppress } from './suppress.js';

/** A delivery that may go out now. */
export interface Ready {
  readonly delivery: Delivery;
  readonly due: DueStep;
  readonly holder: PositionHolder;
  readonly window: SendWindow;
  /** It waits for no other day. */
  readonly urgent: boolean;
}

/** Looks at a delivery again when it is to go out; undefined: not now, or not at all, which is told where it belongs. */
export async function check(
  ports: ReminderPorts,
  deliveries: Deliveries,
  delivery: Delivery,
  seen: Seen,
  holders: Holders,
): Promise<Ready | undefined> {
  const { facts } = ports;
  const { key, space, positionId } = delivery;
  const due = dueStep(seen, delivery);
  const recipient = due && recipientAt(due, positionId);
  if (!due || !recipient) return nothing(deliveries.moot(key));
  if (isRecorded(seen.reminders, due.planned, positionId)) return nothing(noted(deliveries, delivery, seen));
  const now = facts.now(space);
  // What may be on its way is not taken back.
  const isUnderWay = delivery.deliveryId !== undefined;
  const unsaid = isUnderWay ? undefined : whyUnsaid(due.planned, due.plan, now);
  if (unsaid !== undefined) {
    await suppress(facts, due, unsaid);
    return nothing(deliveries.held(key, unsaid));
  }
  const holder = await holders.of(due, recipient);
  if (holder && holder.personId !== delivery.personId)
    return nothing(deliveries.reassign(key, await assignmentOf(facts, due, positionId, holder)));
  const zone = holder?.zone ?? facts.zone;
  const deadline = deadlineOf(due.planned, due.agreement);
  const reason = isUnderWay
    ? undefined
    : heldBack({ ...due, step: due.planned, deadline, recipient, holder, now, zone });
  if (reason !== undefined || !holder) {
    await suppress(facts, due, reason ?? 'no-holder', positionId, holder?.personId);
    return nothing(deliveries.held(key, reason ?? 'no-holder'));
  }
  const window = await windowOf(facts, space, holder);
  const ready: Ready = { delivery, due, holder, window, urgent: isUrgent(due) };
  const reopens = isUnderWay ? now : reopensAt(now, window, lastBeforeOf(due));
  return reopens > now ? nothing(deliveries.postpone(key, reopens)) : ready;
}

/** It is on record, and whoever recorded it did not live to say so here. */
async function noted(deliveries: Deliveries, delivery: Delivery, { reminders }: Seen): Promise<void> {
  const { key, positionId, personId } = delivery;
  const at = reminders.told[toldKey(delivery, personId)];
  const isSent = reminders.sent.has(keyOf(delivery, positionId));
  await (isSent && at !== undefined ? deliveries.sent([key], at) : deliveries.moot(key));
}

async function nothing(done: Promise<void>): Promise<undefined> {
  await done;
  return undefined;
}
