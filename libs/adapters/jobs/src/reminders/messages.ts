import { localDateOf } from '@entente/calendar';
import { toldKey } from '@entente/reminder';

import type { Ready } from './check.js';

export interface Message {
  /** Of one that may be on its way. */
  readonly deliveryId?: string;
  readonly of: readonly Ready[];
}

/** What of a person's reminders goes out now. */
export interface Sorted {
  readonly messages: readonly Message[];
  /** They have another day's message to be in. */
  readonly another: readonly Ready[];
  /** One of the same deadline goes out now. */
  readonly doubles: readonly Ready[];
}

/**
 * One message a day for a person: everything that is open now. What opens after it waits for another day, but for last
 * warnings; what is taken further up has a message of its own. Whoever wants no digest has each reminder by itself.
 */
export function sortIntoMessages(
  ready: readonly Ready[],
  now: string,
  lastToldAt: string | undefined,
): Sorted {
  const underWay = Map.groupBy(
    ready.filter(({ delivery }) => delivery.deliveryId !== undefined),
    ({ delivery }) => delivery.deliveryId,
  );
  const resumed = [...underWay].map(([deliveryId, of]): Message => ({
    of,
    ...(deliveryId === undefined ? {} : { deliveryId }),
  }));
  const told = new Set(resumed.flatMap(({ of }) => of.map(duty)));
  const doubles: Ready[] = [];
  const fresh: Ready[] = [];
  for (const one of ready.filter(({ delivery }) => delivery.deliveryId === undefined)) {
    (told.has(duty(one)) ? doubles : fresh).push(one);
    told.add(duty(one));
  }
  const further = fresh.filter(isEscalation);
  const reminders = fresh.filter((one) => !isEscalation(one));
  const isOver = resumed.some(({ of }) => !of.every(isEscalation)) || isToday(lastToldAt, now, reminders[0]);
  const isAlone = reminders[0]?.holder.reminders?.digest === false;
  const going = isAlone || !isOver ? reminders : reminders.filter(({ urgent }) => urgent);
  const together = isAlone ? going.map((one) => [one]) : [going];
  return {
    messages: [
      ...resumed,
      ...[further, ...together].filter(({ length }) => length > 0).map((of) => ({ of })),
    ],
    another: reminders.filter((one) => !going.includes(one)),
    doubles,
  };
}

function isEscalation({ due }: Ready): boolean {
  return due.planned.kind === 'escalate';
}

/** A deadline as it was set; that it is taken further up is another matter. */
function duty(one: Ready): string {
  return `${one.delivery.agreementId}|${toldKey(one.delivery, isEscalation(one) ? 'further' : '')}`;
}

function isToday(lastToldAt: string | undefined, now: string, one: Ready | undefined): boolean {
  if (lastToldAt === undefined || !one) return false;
  const { zone } = one.window;
  return localDateOf(lastToldAt, zone) === localDateOf(now, zone);
}
