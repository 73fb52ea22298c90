import type { Stamped } from '@entente/event-sourcing';

import type { AnswerFact, StepKey, ToldByHand } from './events.js';

/** What somebody answered last to the reminders of a deadline. */
export type Answer =
  | { readonly kind: 'acknowledged'; readonly at: string }
  /** `until`: the local day in the deadline's zone on which they are reminded again. */
  | { readonly kind: 'snoozed'; readonly at: string; readonly positionId: string; readonly until: string };

export interface HandedOver {
  /** Who said so; absent: those who look after the agreement. */
  readonly personId?: string;
  /** Whose it is; absent: that is to be found out. */
  readonly toPositionId?: string;
  readonly word?: string | null;
  readonly at: string;
}

/** What people answered to the reminders of one agreement. */
export interface Answers {
  /** By deadline and person, under `answerKey`. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** By deadline and position, under `answerKey`. */
  readonly handedOver: Readonly<Record<string, HandedOver>>;
  /** By deadline, under `answerKey`: when somebody took it on, UTC ISO text. */
  readonly takenOn: Readonly<Record<string, readonly string[]>>;
  /** By deadline and position, under `answerKey`: whom somebody told. */
  readonly byHand: Readonly<Record<string, readonly Told[]>>;
}

type Told = Pick<ToldByHand['data'], 'personId' | 'means' | 'toldAt' | 'promised' | 'note'>;

export const NO_ANSWERS: Answers = { answers: {}, handedOver: {}, takenOn: {}, byHand: {} };

/** Of a deadline as it was set; of a person or a position in it. */
export function answerKey({ deadlineId, version }: Omit<StepKey, 'step'>, id?: string): string {
  return id === undefined ? `${deadlineId}|${version}` : `${deadlineId}|${version}|${id}`;
}

export function answerTo(state: Answers, deadline: Omit<StepKey, 'step'>, personId: string) {
  return state.answers[answerKey(deadline, personId)];
}

/** Whose the duty of a position is said to be now; undefined while nobody said so. */
export function handedOverBy(state: Answers, deadline: Omit<StepKey, 'step'>, positionId: string) {
  return state.handedOver[answerKey(deadline, positionId)];
}

/** That somebody says a duty is not theirs, while nobody knows whose it is and they have not taken it on since. */
export function handedBack(
  state: Answers,
  deadline: Omit<StepKey, 'step'>,
  positionId: string,
): (HandedOver & { readonly personId: string }) | undefined {
  const said = handedOverBy(state, deadline, positionId);
  if (said?.personId === undefined || said.toPositionId !== undefined) return undefined;
  const { personId } = said;
  const answer = answerTo(state, deadline, personId);
  return answer?.kind === 'acknowledged' && answer.at >= said.at ? undefined : { ...said, personId };
}

export interface DutyHandedBack {
  readonly deadlineId: string;
  readonly positionId: string;
  readonly personId: string;
  readonly word?: string | null;
  readonly at: string;
}

/** Of every deadline as it was set last, as far as anybody said something of it. */
export function dutiesHandedBack(state: Answers): readonly DutyHandedBack[] {
  const found = new Map<string, DutyHandedBack | undefined>();
  for (const key of Object.keys(state.handedOver)) {
    const [deadlineId = '', version, positionId = ''] = key.split('|');
    const back = handedBack(state, { deadlineId, version: Number(version) }, positionId);
    found.set(
      `${deadlineId}|${positionId}`,
      back && {
        deadlineId,
        positionId,
        personId: back.personId,
        at: back.at,
        ...(back.word === undefined ? {} : { word: back.word }),
      },
    );
  }
  return [...found.values()].filter((back) => back !== undefined);
}

export function toldByHand(
  state: Answers,
  deadline: Omit<StepKey, 'step'>,
  positionId: string,
): readonly Told[] {
  return state.byHand[answerKey(deadline, positionId)] ?? [];
}

/** The days on which somebody wants to be reminded again, each with the positions of those who do. */
export function snoozesOf(
  state: Answers,
  deadline: Omit<StepKey, 'step'>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const days = new Map<string, Set<string>>();
  for (const [key, answer] of Object.entries(state.answers)) {
    if (answer.kind !== 'snoozed' || !key.startsWith(answerKey(deadline, ''))) continue;
    days.set(answer.until, (days.get(answer.until) ?? new Set()).add(answer.positionId));
  }
  return days;
}

export function evolveAnswers<State extends Answers>(state: State, event: Stamped<AnswerFact>): State {
  const { recordedAt: at } = event;
  switch (event.type) {
    case 'ReminderAcknowledged': {
      const { personId } = event.data;
      const answers = { ...state.answers, [answerKey(event.data, personId)]: { kind: 'acknowledged', at } };
      return { ...state, answers, takenOn: takenOnAt(state, event.data, at) };
    }
    case 'ReminderSnoozed': {
      const { positionId, personId, until } = event.data;
      const answer = { kind: 'snoozed', at, positionId, until };
      return { ...state, answers: { ...state.answers, [answerKey(event.data, personId)]: answer } };
    }
    case 'DutyHandedOver': {
      const { positionId, personId, toPositionId, word } = event.data;
      const told: HandedOver = {
        at,
        ...(personId === undefined ? {} : { personId }),
        ...(toPositionId === undefined ? {} : { toPositionId }),
        ...(word === undefined ? {} : { word }),
      };
      return { ...state, handedOver: { ...state.handedOver, [answerKey(event.data, positionId)]: told } };
    }
    case 'ToldByHand': {
      const { deadlineId: _deadline, version: _version, positionId, ...told } = event.data;
      const key = answerKey(event.data, positionId);
      const byHand = { ...state.byHand, [key]: [...(state.byHand[key] ?? []), told] };
      const { promised, toldAt } = told;
      return promised
        ? { ...state, byHand, takenOn: takenOnAt(state, event.data, toldAt) }
        : { ...state, byHand };
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}

function takenOnAt(state: Answers, deadline: Omit<StepKey, 'step'>, at: string): Answers['takenOn'] {
  const key = answerKey(deadline);
  return { ...state.takenOn, [key]: [...(state.takenOn[key] ?? []), at] };
}
