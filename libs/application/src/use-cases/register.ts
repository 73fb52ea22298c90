import type { Actor } from '@entente/access';
import {
  registerDecider,
  type AssignReferenceNumbers,
  type ReferenceNumberAssigned,
  type Register,
} from '@entente/agreement';
import { refuse, type UseCase } from '@entente/event-sourcing';

/** Numbers are given by the automation alone. */
export function registerUseCase(
  actor: Actor,
): UseCase<Register, AssignReferenceNumbers, ReferenceNumberAssigned, object, 'not-allowed'> {
  return {
    decider: registerDecider,
    gather: () => Promise.resolve('system' in actor ? { facts: {} } : refuse('not-allowed')),
  };
}
