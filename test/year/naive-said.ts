import { text, type Logged } from './logged.js';
import { dayOf } from './naive-days.js';
import { HOME } from './naive-steps.js';

/** What people said to the reminders of one deadline, up to a moment. */
export class NaiveSaid {
  constructor(private readonly about: readonly Logged[]) {}

  /** Whose the duty of a position is said to be. */
  standIn(positionId: string): string {
    const last = this.#handedOver(positionId);
    const named = last ? text(last, 'toPositionId') : '';
    return named === '' ? positionId : named;
  }

  /** When somebody told them last. */
  toldAt(personId: string): string {
    const told = this.about.filter((one) => one.type === 'ToldByHand' && text(one, 'personId') === personId);
    return (
      told
        .map((one) => text(one, 'toldAt'))
        .sort()
        .at(-1) ?? ''
    );
  }

  /** Why somebody who answered is left alone; `isLast`: nobody is warned any more after this, or the day is over. */
  leftAlone(positionId: string, personId: string, isLast: boolean, at: string): string | undefined {
    const answer = this.about.findLast(
      (one) =>
        (one.type === 'ReminderAcknowledged' || one.type === 'ReminderSnoozed') &&
        text(one, 'personId') === personId,
    );
    const isOnIt = answer?.type === 'ReminderAcknowledged';
    if (answer && !isOnIt && dayOf(at, HOME) < text(answer, 'until')) return 'snoozed';
    if (isLast) return undefined;
    const passed = this.#handedOver(positionId);
    const isBack = passed && text(passed, 'toPositionId') === '' && text(passed, 'personId') === personId;
    if (isBack && !(isOnIt && answer.at >= passed.at)) return 'not-theirs';
    return isOnIt ? 'acknowledged' : undefined;
  }

  #handedOver(positionId: string): Logged | undefined {
    return this.about.findLast(
      (one) => one.type === 'DutyHandedOver' && text(one, 'positionId') === positionId,
    );
  }
}
