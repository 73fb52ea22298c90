import { policyFaults } from '@entente/agreement';
import { canonicalText } from '@entente/canonical';
import { refuse, type Decider, type Decision, type Stamped } from '@entente/event-sourcing';

import { evolveAnswers, NO_ANSWERS, type Answers } from './answers.js';
import { cameBack, noMessages, recordBounced, wentOut, type Messages } from './bounces.js';
import type {
  CloseReminders,
  RecordReminderSent,
  RecordReminderSuppressed,
  ReminderCommand,
  ReminderRefusalCode,
  SetReminderPolicy,
} from './commands.js';
import { decideAnswer, type AnswerContext } from './decide-answer.js';
import type { ReminderFact, StepKey } from './events.js';
import { mute, muted, unmute, type Mute } from './mute.js';
import type { OwnPolicies } from './policy.js';
import { remindNow, requestedBy } from './remind-now.js';
import { kindOf } from './steps.js';
import { notReached, type Reach } from './unreached.js';

/** What was recorded of the reminders of one agreement. Keys are made by `keyOf`. */
export interface Reminders extends Answers, Reach {
  /** Step and position: the reminder went out. */
  readonly sent: ReadonlySet<string>;
  /** Step and position: it was held back. */
  readonly suppressed: ReadonlySet<string>;
  /** Steps held back whole. */
  readonly ended: ReadonlySet<string>;
  /** Steps that were left when their deadline ended. They go out all the same when what ended it is taken back. */
  readonly closed: ReadonlySet<string>;
  /** By deadline and person, under `toldKey`: when they were last reminded, UTC ISO text. */
  readonly told: Readonly<Record<string, string>>;
  /** The same, of what was taken further up to them. */
  readonly toldFurther: Readonly<Record<string, string>>;
  readonly messages: Messages;
  /** What was said for this agreement alone. */
  readonly policies: OwnPolicies;
  readonly muted?: Mute;
}

/** What people's commands are decided on; to record what happened needs nothing. */
export interface RemindersContext extends AnswerContext {
  /** IANA zone in which local days are meant; absent: UTC. */
  readonly zone?: string;
}

export const remindersDecider: Decider<
  Reminders,
  ReminderCommand,
  ReminderFact,
  RemindersContext,
  ReminderRefusalCode
> = {
  initial: {
    sent: new Set(),
    suppressed: new Set(),
    ended: new Set(),
    closed: new Set(),
    told: {},
    toldFurther: {},
    escalated: {},
    unreached: {},
    messages: noMessages,
    policies: {},
    ...NO_ANSWERS,
  },
  schemaVersions: {
    ReminderSent: 1,
    ReminderSuppressed: 2,
    ReminderBounced: 1,
    ReminderPolicySet: 1,
    RemindersMuted: 1,
    RemindersUnmuted: 1,
    ReminderRequested: 1,
    DeadlineEscalated: 1,
    RemindersClosed: 1,
    ReminderAcknowledged: 1,
    ReminderSnoozed: 1,
    DutyHandedOver: 1,
    ToldByHand: 1,
  },
  // Nobody was muted then.
  upcasters: { ReminderSuppressed: [(data) => data] },
  sealed: {
    RemindersMuted: { fields: ['reason'], under: 'entry' },
    DutyHandedOver: { fields: ['word'], under: 'entry' },
    ToldByHand: { fields: ['note'], under: 'entry' },
  },
  decide(state, command, situation) {
    const { now, zone = 'UTC', agreement } = situation;
    switch (command.type) {
      case 'RecordReminderSent':
        return recordSent(state, command);
      case 'RecordReminderSuppressed':
        return recordSuppressed(state, command);
      case 'RecordReminderBounced':
        return recordBounced(state.messages, command);
      case 'EscalateDeadline': {
        const { type: _, ...data } = command;
        return escalatedTo(state, command) ? [] : [{ type: 'DeadlineEscalated', data }];
      }
      case 'SetReminderPolicy':
        return setPolicy(state, command);
      case 'MuteReminders':
        return mute(state.muted, command, { now, zone });
      case 'UnmuteReminders':
        return unmute(state.muted);
      case 'RemindNow':
        return remindNow({ requested: [], ...state.policies, told: state.told }, command, agreement, now);
      case 'CloseReminders':
        return close(state, command);
      case 'AcknowledgeReminder':
      case 'SnoozeReminder':
      case 'HandOverDuty':
      case 'RecordTold':
        return decideAnswer(state, command, situation);
      default: {
        const never: never = command;
        return never;
      }
    }
  },
  evolve,
};

/** Whether something is recorded of this step of an open deadline for this position, or of the step as a whole. */
export function isRecorded(state: Reminders, step: StepKey, positionId: string): boolean {
  const key = keyOf(step, positionId);
  return state.sent.has(key) || state.suppressed.has(key) || state.ended.has(keyOf(step));
}

/** Whom the step went up to; undefined while it has not. */
export function escalatedTo(state: Reminders, step: StepKey): readonly string[] | undefined {
  return state.escalated[keyOf(step)];
}

/** What became of a settled step: it counts as sent when at least one of its reminders went out. */
export function fateOf(state: Reminders, step: StepKey): 'sent' | 'suppressed' | 'closed' {
  const recipient = `${keyOf(step)}|`;
  if ([...state.sent].some((key) => key.startsWith(recipient))) return 'sent';
  return state.ended.has(keyOf(step)) || state.closed.has(keyOf(step)) ? 'closed' : 'suppressed';
}

/** Whether nothing remains to be done for a step of an open deadline that is for these positions. */
export function isSettled(state: Reminders, step: StepKey, positionIds: readonly string[]): boolean {
  if (state.ended.has(keyOf(step))) return true;
  return positionIds.length > 0 && positionIds.every((positionId) => isRecorded(state, step, positionId));
}

/** A mail that went out is recorded even when the deadline ended meanwhile: it is what happened. */
function recordSent(
  state: Reminders,
  { type: _, ...data }: RecordReminderSent,
): Decision<ReminderFact, never> {
  if (state.sent.has(keyOf(data, data.positionId))) return [];
  return [{ type: 'ReminderSent', data }];
}

function recordSuppressed(
  state: Reminders,
  { type: _, ...data }: RecordReminderSuppressed,
): Decision<ReminderFact, never> {
  const known =
    data.positionId === undefined ? state.ended.has(keyOf(data)) : isRecorded(state, data, data.positionId);
  return known ? [] : [{ type: 'ReminderSuppressed', data }];
}

function setPolicy(
  { policies }: Reminders,
  { kind, policy }: SetReminderPolicy,
): Decision<ReminderFact, ReminderRefusalCode> {
  if (canonicalText(policies[kind]?.policy ?? {}) === canonicalText(policy)) return [];
  const [fault] = policyFaults(policy);
  if (!fault) return [{ type: 'ReminderPolicySet', data: { kind, policy } }];
  const field = fault.pointer === '' ? 'policy' : `policy${fault.pointer.replaceAll('/', '.')}`;
  return refuse(fault.code, { field, facts: fault.facts });
}

function close(state: Reminders, { type: _, ...data }: CloseReminders): Decision<ReminderFact, never> {
  const told = (step: string): boolean => {
    const key = keyOf({ ...data, step });
    return (
      state.ended.has(key) ||
      state.closed.has(key) ||
      [...state.sent, ...state.suppressed].some((other) => other.startsWith(`${key}|`))
    );
  };
  const steps = [...new Set(data.steps)].filter((step) => !told(step));
  return steps.length === 0 ? [] : [{ type: 'RemindersClosed', data: { ...data, steps } }];
}

function evolve(state: Reminders, event: Stamped<ReminderFact>): Reminders {
  switch (event.type) {
    case 'ReminderSent': {
      const { positionId, personId } = event.data;
      const key = toldKey(event.data, personId);
      const told = { ...state.told, [key]: event.recordedAt };
      const sent = new Set([...state.sent, keyOf(event.data, positionId)]);
      const known = { ...state, told, sent, messages: wentOut(state.messages, event) };
      return kindOf(event.data.step) === 'escalate'
        ? { ...known, toldFurther: { ...state.toldFurther, [key]: event.recordedAt } }
        : known;
    }
    case 'ReminderSuppressed': {
      const { positionId, reason } = event.data;
      if (positionId === undefined) return { ...state, ended: new Set([...state.ended, keyOf(event.data)]) };
      const suppressed = new Set([...state.suppressed, keyOf(event.data, positionId)]);
      const unreached = reason === 'bounced' ? notReached(state.unreached, event) : state.unreached;
      return { ...state, suppressed, unreached };
    }
    case 'ReminderBounced':
      return {
        ...state,
        messages: cameBack(state.messages, event),
        unreached: notReached(state.unreached, event),
      };
    case 'ReminderPolicySet': {
      const { kind, policy } = event.data;
      const own = { policy, by: event.actor, at: event.recordedAt };
      return { ...state, policies: { ...state.policies, [kind]: own } };
    }
    case 'RemindersMuted':
      return { ...state, muted: muted(event) };
    case 'RemindersUnmuted': {
      const { muted: _, ...heard } = state;
      return heard;
    }
    case 'ReminderRequested': {
      const requested = [...(state.policies.requested ?? []), requestedBy(event)];
      return { ...state, policies: { ...state.policies, requested } };
    }
    case 'DeadlineEscalated': {
      const escalated = { ...state.escalated, [keyOf(event.data)]: event.data.positionIds };
      return { ...state, escalated };
    }
    case 'RemindersClosed': {
      const { deadlineId, version, steps } = event.data;
      const keys = steps.map((step) => keyOf({ deadlineId, version, step }));
      return { ...state, closed: new Set([...state.closed, ...keys]) };
    }
    case 'ReminderAcknowledged':
    case 'ReminderSnoozed':
    case 'DutyHandedOver':
      return evolveAnswers(state, event);
    case 'ToldByHand': {
      const { personId, toldAt } = event.data;
      const key = toldKey(event.data, personId);
      const before = state.told[key] ?? '';
      const told = toldAt > before ? { ...state.told, [key]: toldAt } : state.told;
      return evolveAnswers({ ...state, told }, event);
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}

/** Of a step, or of a step for one position: the latter begins with the former and a bar. */
export function keyOf({ deadlineId, version, step }: StepKey, positionId?: string): string {
  const key = `${deadlineId}|${version}|${step}`;
  return positionId === undefined ? key : `${key}|${positionId}`;
}

/** Of a deadline as it was set, for one person. */
export function toldKey({ deadlineId, version }: Omit<StepKey, 'step'>, personId: string): string {
  return `${deadlineId}|${version}|${personId}`;
}
