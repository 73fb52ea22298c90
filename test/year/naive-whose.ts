import type { NaiveLetter } from './naive-letter.js';
import type { NaivePeople, NaivePerson } from './naive-people.js';
import { NaiveSaid } from './naive-said.js';
import { isAbout, isDesks, type Level, type NaiveDeadline, type NaiveStep } from './naive-steps.js';

export interface Addressee {
  readonly positionId: string;
  readonly person: NaivePerson | undefined;
  readonly done: boolean;
}

/** Whose a deadline is, and who stands above them. */
export class NaiveWhose {
  constructor(
    private readonly people: NaivePeople,
    private readonly letter: NaiveLetter,
    private readonly deadline: NaiveDeadline,
  ) {}

  said(at: string): NaiveSaid {
    return new NaiveSaid(this.letter.said.filter((one) => one.at <= at && isAbout(one, this.deadline)));
  }

  /** Whose duty it is: the owner's of a milestone, the signatories', or the desk's. */
  of(step: Pick<NaiveStep, 'onlyFor'>, at: string): readonly Addressee[] {
    return this.#all(at).filter(({ positionId }) => step.onlyFor?.has(positionId) ?? true);
  }

  /** Whom a level is, as positions. */
  above(level: Level, at: string): readonly string[] {
    const { letter, people, deadline } = this;
    if (level === 'representative') {
      const owner = letter.owner(deadline.subject, at);
      const late = letter
        .parties(at)
        .filter(({ partyId, signed }) => (deadline.kind === 'milestone' ? partyId === owner : !signed));
      return [...new Set(late.flatMap(({ partyId }) => people.speakers(partyId, at)))];
    }
    const desk = people.desk(letter.deskId(at), at);
    if (!desk) return [];
    return level === 'desk' ? [desk.positionId] : people.speakers(desk.organisationId, at);
  }

  /** Whoever is told what the position is to hear. */
  addressee(positionId: string, at: string): Addressee {
    const standIn = this.said(at).standIn(positionId);
    return { positionId, person: this.people.holder(standIn, at), done: false };
  }

  #all(at: string): readonly Addressee[] {
    const { letter, people, deadline } = this;
    const parties = letter.parties(at);
    if (deadline.kind === 'milestone') {
      const owner = letter.owner(deadline.subject, at);
      const own = parties.filter(({ partyId, positionId }) => partyId === owner && positionId !== '');
      return own.map(({ positionId }) => this.addressee(positionId, at));
    }
    if (!isDesks(deadline)) {
      const positions = new Set(parties.map(({ positionId }) => positionId).filter((id) => id !== ''));
      return [...positions].map((positionId) => ({
        ...this.addressee(positionId, at),
        done: parties.every((party) => party.positionId !== positionId || party.signed),
      }));
    }
    const positionId = letter.proposedFrom;
    if (positionId === undefined) return [];
    const one = this.addressee(positionId, at);
    if (this.said(at).standIn(positionId) !== positionId) return [one];
    const keeper = people.desk(letter.deskId(at), at);
    return [keeper ? { ...one, person: people.person(keeper.personId, at) } : one];
  }
}
