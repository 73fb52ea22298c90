import type { NaivePerson } from './naive-people.js';

/** Is told what became of a word of its. */
interface Told {
  readonly key: string;
  sent(one: Ready, others: number, at: string): void;
  held(one: Ready, reason: string, at: string): void;
  wait(one: Ready, until: string): void;
}

/** A word to somebody that may go out now. */
export interface Ready {
  readonly duty: Told;
  readonly name: string;
  readonly step: string;
  readonly positionId: string;
  readonly person: NaivePerson;
  readonly isEscalation: boolean;
  /** Nobody is warned after it. */
  readonly isUrgent: boolean;
}
