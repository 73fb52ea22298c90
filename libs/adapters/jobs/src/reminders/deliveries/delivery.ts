import { keyOf, type StepKey, type SuppressReason } from '@entente/reminder';
import type { Selectable } from 'kysely';

import type { DeliveryState, DeliveryTable } from './table.js';

/** A step of an agreement's deadline, for one position. */
export interface Duty extends StepKey {
  readonly agreementId: string;
  readonly positionId: string;
}

/** Whom a duty's reminder goes to, and when. Times are UTC ISO text. */
export interface Assignment extends Duty {
  readonly space: string;
  readonly personId: string;
  readonly zone: string;
  readonly at: string;
  readonly opensAt: string;
  readonly localDay: string;
}

export interface Delivery extends Assignment {
  readonly key: string;
  /** The message it is in, that may be on its way. */
  readonly deliveryId?: string;
}

/** What is on record of a duty. */
export interface Settled extends Assignment {
  readonly state: Extract<DeliveryState, 'sent' | 'held'>;
  readonly reason?: SuppressReason;
  readonly sentAt?: string;
  readonly deliveryId?: string | undefined;
}

export function deliveryKey(duty: Duty): string {
  return `${duty.agreementId}|${keyOf(duty, duty.positionId)}`;
}

export function rowOf(assignment: Assignment): Partial<Record<keyof DeliveryTable, string | number>> {
  return {
    key: deliveryKey(assignment),
    space: assignment.space,
    agreement_id: assignment.agreementId,
    deadline_id: assignment.deadlineId,
    version: assignment.version,
    step: assignment.step,
    position_id: assignment.positionId,
    person_id: assignment.personId,
    zone: assignment.zone,
    at: assignment.at,
    opens_at: assignment.opensAt,
    local_day: assignment.localDay,
  };
}

export function deliveryOf(row: Selectable<DeliveryTable>): Delivery {
  return {
    key: row.key,
    space: row.space,
    agreementId: row.agreement_id,
    deadlineId: row.deadline_id,
    version: row.version,
    step: row.step,
    positionId: row.position_id,
    personId: row.person_id,
    zone: row.zone,
    at: row.at.toISOString(),
    opensAt: row.opens_at.toISOString(),
    localDay: row.local_day,
    ...(row.state === 'sending' && row.delivery_id !== null ? { deliveryId: row.delivery_id } : {}),
  };
}
