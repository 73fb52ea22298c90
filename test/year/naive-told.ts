import { dayOf } from './naive-days.js';
import type { NaivePerson } from './naive-people.js';
import type { NaiveStep } from './naive-steps.js';

/** When somebody was told last of one deadline, and when of it going further up. */
export class NaiveTold {
  readonly #last = new Map<string, string>();
  readonly #further = new Map<string, string>();

  note(personId: string, isFurther: boolean, at: string): void {
    this.#last.set(personId, at);
    if (isFurther) this.#further.set(personId, at);
  }

  /** On that day of theirs; `byHand`: when somebody told them. */
  today({ kind }: NaiveStep, { personId, zone }: NaivePerson, byHand: string, at: string): boolean {
    const any = [this.#last.get(personId) ?? '', byHand].sort().at(-1) ?? '';
    const last = kind === 'remind' ? any : (this.#further.get(personId) ?? '');
    return last !== '' && dayOf(last, zone) === dayOf(at, zone);
  }
}
