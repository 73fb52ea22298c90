import { mayPublish, type Actor } from '@entente/access';
import {
  calendarDecider,
  type CalendarContext,
  type CalendarHistory,
  type CalendarPublished,
  type DirectoryRefusalCode,
  type PublishCalendar,
} from '@entente/directory';
import { parseStreamName, refuse, type UseCase } from '@entente/event-sourcing';

import type { Facts } from '../ports/facts.js';
import { confirmPosition } from './confirm-position.js';

export function calendarUseCase(
  ports: Facts,
  actor: Actor,
): UseCase<
  CalendarHistory,
  PublishCalendar,
  CalendarPublished,
  CalendarContext,
  DirectoryRefusalCode | 'not-allowed'
> {
  return {
    decider: calendarDecider,
    async gather(_, { stream }) {
      const permission = mayPublish(actor);
      if ('refused' in permission) return permission;
      const { actingAs } = permission;
      if (!(await confirmPosition(ports, actor, actingAs))) return refuse('not-allowed');
      const facts = { calendarId: parseStreamName(stream).id };
      return actingAs === undefined ? { facts } : { facts, actingAs };
    },
  };
}
