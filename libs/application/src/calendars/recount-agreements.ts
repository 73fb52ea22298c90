import { isSystem, mayPublish, type Actor } from '@entente/access';
import {
  agreementDecider,
  recounted,
  type AgreementFact,
  type DeadlineKind,
  type LocalText,
  type RecountDeadlines as Command,
  type Recounted,
} from '@entente/agreement';
import { uuidV5 } from '@entente/canonical';
import {
  isRefused,
  readFolded,
  streamName,
  type Answer,
  type Refusal,
  type Refused,
} from '@entente/event-sourcing';

import { RecountDeadlines } from '../messages/agreement-messages.js';
import type { Facts } from '../ports/facts.js';
import { agreementUseCase, type AgreementCode } from '../use-cases/agreement.js';
import { recountCalendarsFor } from '../use-cases/recount-calendars.js';

/** A deadline that would fall on another day with the newest versions of its calendars. */
export interface DeadlineProposal {
  readonly deadlineId: string;
  readonly kind: DeadlineKind;
  /** A stage; of a milestone its title stands beside. */
  readonly subject: string;
  readonly milestone: LocalText | null;
  readonly from: string;
  readonly to: string;
  /** What it was counted with, and what it would be counted with. */
  readonly calendar: string;
  readonly newCalendar: string;
  readonly provisional: boolean;
}

/** What would become of an agreement's deadlines, or became of them. */
export interface RecountLine {
  readonly agreementId: string;
  readonly number: string | null;
  /** `name@version`. */
  readonly definition: string;
  readonly title: LocalText;
  readonly deadlines: readonly DeadlineProposal[];
  readonly outcome: 'proposed' | 'changed' | 'stays';
  /** Why it stays, or would. */
  readonly refusal?: Refusal;
}

export interface Recount extends Pick<Command, 'reason'> {
  /** Ids of its commands derive from it: the same run sent again repeats itself and nothing else. */
  readonly runId: string;
  /** Nothing is recorded. */
  readonly dryRun: boolean;
  /** Of each agreement those that were chosen, with the days that were seen; absent: all that would differ. */
  readonly chosen?: ReadonlyMap<string, NonNullable<Command['deadlines']>>;
}

type Send = (message: RecountDeadlines) => Promise<Answer>;

/** Streams at work at the same time. */
const AT_ONCE = 16;

/**
 * Counts the deadlines of these agreements anew, each agreement's by one command, or only says what would come of it.
 * Those that would not change have no line; those that changed before neither, so a run cut short is begun again.
 * Undefined: not for this sender.
 */
export async function recountAgreements(
  facts: Facts,
  send: Send,
  sender: Actor,
  agreementIds: readonly string[],
  recount: Recount,
): Promise<readonly RecountLine[] | undefined> {
  if ('refused' in mayPublish(sender)) return undefined;
  const lines: (RecountLine | undefined)[] = [];
  for (let from = 0; from < agreementIds.length; from += AT_ONCE) {
    const some = agreementIds.slice(from, from + AT_ONCE);
    lines.push(...(await Promise.all(some.map((id) => lineOf(facts, send, sender, id, recount)))));
  }
  return lines.filter((line) => line !== undefined);
}

async function lineOf(
  facts: Facts,
  send: Send,
  sender: Actor,
  agreementId: string,
  { runId, dryRun, reason, chosen }: Recount,
): Promise<RecountLine | undefined> {
  const stream = streamName(sender.space, 'agreement', agreementId);
  const { state, revision } = await readFolded(facts.store, stream, agreementDecider);
  if (state.stage === null) return undefined;
  const found = recounted(state, await recountCalendarsFor(facts, sender.space, state));
  const picked = chosen?.get(agreementId);
  if (found.length === 0 && !picked) return undefined;
  const { number = null, definition, title, milestones } = state;
  const titleOf = ({ kind, subject }: Recounted['deadline']): LocalText | null => {
    const milestone = milestones.find(({ milestoneId }) => kind === 'milestone' && milestoneId === subject);
    return milestone?.title ?? null;
  };
  const deadlines = found
    .filter(({ deadline }) => !picked || picked.some(({ deadlineId }) => deadlineId === deadline.deadlineId))
    .map((one) => proposalOf(one, titleOf(one.deadline)));
  const line = { agreementId, number, definition, title, deadlines };
  const command: Command = { type: 'RecountDeadlines', reason, ...(picked ? { deadlines: picked } : {}) };
  const commandId = uuidV5(facts.sha1, runId, agreementId);
  if (dryRun) {
    const actor = isSystem(sender) ? sender.system : sender.personId;
    const sent = { id: commandId, stream, actor, causationId: commandId, correlationId: runId, command };
    const gathered = await agreementUseCase(facts, sender).gather(state, sent);
    if ('refused' in gathered) return { ...line, outcome: 'stays', refusal: gathered.refused };
    const at = { now: facts.now(sender.space), actor, commandId, nextRevision: revision + 1 };
    const decision: readonly AgreementFact[] | Refused<AgreementCode> = agreementDecider.decide(
      state,
      command,
      { ...gathered.facts, ...at },
    );
    return isRefused(decision)
      ? { ...line, outcome: 'stays', refusal: decision.refused }
      : { ...line, outcome: 'proposed' };
  }
  const header = { commandId, causationId: commandId, correlationId: runId };
  const answer = await send(new RecountDeadlines(sender, header, agreementId, command));
  if (!answer.accepted) return { ...line, outcome: 'stays', refusal: answer.refusal };
  return { ...line, outcome: 'changed' };
}

function proposalOf(
  { deadline, due, calendar: newCalendar }: Recounted,
  milestone: LocalText | null,
): DeadlineProposal {
  const { deadlineId, kind, subject, localDate: from, calendar } = deadline;
  const { localDate: to, provisional } = due;
  return { deadlineId, kind, subject, milestone, from, to, calendar, newCalendar, provisional };
}
