import { maySetReminders, type AccessRefusalCode, type Actor } from '@entente/access';
import { agreementDecider } from '@entente/agreement';
import { parseStreamName, readFolded, refuse, streamName, type UseCase } from '@entente/event-sourcing';
import {
  remindersDecider,
  type ReminderCommand,
  type ReminderFact,
  type ReminderRefusalCode,
  type Reminders,
} from '@entente/reminder';

import type { Facts } from '../ports/facts.js';
import { confirmPosition } from './confirm-position.js';

/** What people say of the reminders of an agreement that they look after. */
export function remindersUseCase(
  ports: Facts,
  actor: Actor,
): UseCase<Reminders, ReminderCommand, ReminderFact, object, ReminderRefusalCode | AccessRefusalCode> {
  return {
    decider: remindersDecider,
    async gather(_state, { stream }) {
      const { space, id } = parseStreamName(stream);
      const agreement = await readFolded(ports.store, streamName(space, 'agreement', id), agreementDecider);
      const permission = maySetReminders(actor, agreement.state);
      if ('refused' in permission) return permission;
      const { actingAs } = permission;
      if (!(await confirmPosition(ports, actor, actingAs))) return refuse('not-allowed');
      return actingAs === undefined ? { facts: {} } : { facts: {}, actingAs };
    },
  };
}
