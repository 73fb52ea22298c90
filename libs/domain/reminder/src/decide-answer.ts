import { localDateOf } from '@entente/calendar';
import { refuse, type Circumstances, type Decision, type Refused } from '@entente/event-sourcing';

import { answerKey, answerTo, handedOverBy, type Answers } from './answers.js';
import { momentIn, wordFault } from './checks.js';
import type {
  AnswerCommand,
  HandOverDuty,
  RecordTold,
  ReminderRefusalCode,
  SnoozeReminder,
} from './commands.js';
import type { AnswerFact, AnswerMeans, StepKey } from './events.js';
import type { RemindedAgreement, RemindedDeadline } from './reminded-agreement.js';
import { recipientsOf } from './still-due.js';

/** What a rule needs of other streams, for what people say. */
export interface AnswerContext {
  readonly agreement?: RemindedAgreement;
  /** Who answers, and for which of the positions that are reminded; absent: nobody who is. */
  readonly answerer?: {
    readonly positionId: string;
    readonly personId: string;
    readonly via: AnswerMeans;
  };
  /** The positions a duty can be handed over to, and whether somebody fills them. */
  readonly posts?: readonly { readonly positionId: string; readonly isFilled: boolean }[];
}

type State = Answers & {
  /** The positions that missed deadlines were taken to, by step. */
  readonly escalated: Readonly<Record<string, readonly string[]>>;
  /** By deadline and person: when they were last reminded. */
  readonly told: Readonly<Record<string, string>>;
};
type Answering = Decision<AnswerFact, ReminderRefusalCode>;
type Situation = AnswerContext & Circumstances;

export function decideAnswer(state: State, command: AnswerCommand, situation: Situation): Answering {
  const deadline = openDeadline(command, situation);
  if ('refused' in deadline) return deadline;
  switch (command.type) {
    case 'AcknowledgeReminder':
      return acknowledge(state, deadline, situation);
    case 'SnoozeReminder':
      return snooze(state, command, deadline, situation);
    case 'HandOverDuty':
      return handOver(state, command, deadline, situation);
    case 'RecordTold':
      return recordTold(state, command, deadline, situation);
    default: {
      const never: never = command;
      return never;
    }
  }
}

export interface RemindedPosition {
  readonly positionId: string;
  /** Whoever keeps the agreement's desk answers for it. */
  readonly atDesk: boolean;
}

/** The positions whose people are reminded of a deadline: whose duty it is, and those it was taken to. */
export function remindedPositions(
  state: Pick<State, 'escalated'>,
  deadline: Omit<StepKey, 'step'>,
  agreement: RemindedAgreement,
): readonly RemindedPosition[] {
  const { deadlineId, version } = deadline;
  const owing = recipientsOf({ deadlineId, version, step: '' }, agreement)
    .filter(({ heldBack }) => heldBack === undefined)
    .map(({ positionId, atDesk = false }) => ({ positionId, atDesk }));
  const above = Object.entries(state.escalated)
    .filter(([key]) => key.startsWith(answerKey(deadline, '')))
    .flatMap(([, positionIds]) => positionIds.map((positionId) => ({ positionId, atDesk: false })));
  return [...new Map([...above, ...owing].map((one) => [one.positionId, one])).values()];
}

function isReminded(
  state: State,
  deadline: RemindedDeadline,
  { agreement }: AnswerContext,
  positionId: string | undefined,
): boolean {
  return (
    agreement !== undefined &&
    remindedPositions(state, deadline, agreement).some((one) => one.positionId === positionId)
  );
}

function openDeadline(
  { deadlineId, version }: { readonly deadlineId: string; readonly version?: number },
  { agreement }: AnswerContext,
): RemindedDeadline | Refused<ReminderRefusalCode> {
  const deadline = agreement?.deadlines.find((one) => one.deadlineId === deadlineId);
  if (!deadline) return refuse('unknown-deadline', { field: 'deadlineId' });
  if (version !== undefined && version !== deadline.version) return refuse('deadline-set-anew');
  return deadline.status === 'open' ? deadline : refuse('deadline-ended');
}

function acknowledge(state: State, deadline: RemindedDeadline, { answerer }: Situation): Answering {
  if (!answerer) return refuse('not-their-duty');
  if (answerTo(state, deadline, answerer.personId)?.kind === 'acknowledged') return [];
  return [{ type: 'ReminderAcknowledged', data: { ...about(deadline), ...answerer } }];
}

/** Whoever has said that they are on it may still want to be reminded. */
function snooze(
  state: State,
  { until }: SnoozeReminder,
  deadline: RemindedDeadline,
  { answerer, now }: Situation,
): Answering {
  if (!answerer) return refuse('not-their-duty');
  const { first, last } = snoozeDays(deadline, now);
  if (!(until >= first && until <= last))
    return refuse('date-out-of-range', { field: 'until', facts: { first, last } });
  const known = answerTo(state, deadline, answerer.personId);
  if (known?.kind === 'snoozed' && known.until === until) return [];
  return [{ type: 'ReminderSnoozed', data: { ...about(deadline), ...answerer, until } }];
}

/** The days on which somebody can ask to be reminded again; `first` after `last`: there is none any more. */
export function snoozeDays(
  { zone, localDate }: Pick<RemindedDeadline, 'zone' | 'localDate'>,
  now: string,
): { readonly first: string; readonly last: string } {
  const first = Temporal.PlainDate.from(localDateOf(now, zone)).add({ days: 1 }).toString();
  return { first, last: localDate };
}

function handOver(
  state: State,
  { positionId: named, toPositionId, word }: HandOverDuty,
  deadline: RemindedDeadline,
  situation: Situation,
): Answering {
  const { answerer, posts = [] } = situation;
  const positionId = named ?? answerer?.positionId;
  if (positionId === undefined || !isReminded(state, deadline, situation, positionId))
    return refuse('not-their-duty', { field: 'positionId' });
  // Who looks after the agreement finds out whose it is; that it is not theirs is for the others to say.
  if (!answerer && toPositionId === undefined) return refuse('unknown-position', { field: 'toPositionId' });
  const fault = toPositionId === undefined ? undefined : postFault(toPositionId, posts);
  const wrong = fault ?? wordFault('word', word);
  if (wrong) return wrong;
  const known = handedOverBy(state, deadline, positionId);
  if (known && known.toPositionId === toPositionId && known.personId === answerer?.personId) return [];
  const data = {
    ...about(deadline),
    positionId,
    via: answerer?.via ?? 'page',
    ...(answerer ? { personId: answerer.personId } : {}),
    ...(toPositionId === undefined ? {} : { toPositionId }),
    ...(word === undefined ? {} : { word }),
  };
  return [{ type: 'DutyHandedOver', data }];
}

function postFault(toPositionId: string, posts: NonNullable<AnswerContext['posts']>) {
  const post = posts.find(({ positionId }) => positionId === toPositionId);
  if (!post) return refuse('unknown-position' as const, { field: 'toPositionId' });
  return post.isFilled ? undefined : refuse('position-vacant' as const, { field: 'toPositionId' });
}

function recordTold(
  state: State,
  { type: _, promised = false, ...said }: RecordTold,
  deadline: RemindedDeadline,
  situation: Situation,
): Answering {
  if (!isReminded(state, deadline, situation, said.positionId))
    return refuse('not-their-duty', { field: 'positionId' });
  const { now } = situation;
  const toldAt = momentIn(said.toldAt);
  if (toldAt === undefined) return refuse('invalid-moment', { field: 'toldAt' });
  if (toldAt > now)
    return refuse('date-in-future', { field: 'toldAt', facts: { today: localDateOf(now, deadline.zone) } });
  const wrong = wordFault('note', said.note);
  if (wrong) return wrong;
  if (state.told[answerKey(deadline, said.personId)] === toldAt) return [];
  return [{ type: 'ToldByHand', data: { ...said, ...about(deadline), toldAt, promised } }];
}

function about({ deadlineId, version }: RemindedDeadline) {
  return { deadlineId, version };
}
