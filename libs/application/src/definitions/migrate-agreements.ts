import { isSystem, mayPublish, type Actor } from '@entente/access';
import {
  agreementDecider,
  type AgreementFact,
  type MigrateDefinition as Command,
  type StageName,
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

import { MigrateDefinition } from '../messages/agreement-messages.js';
import type { Facts } from '../ports/facts.js';
import type { AgreementUnder } from '../queries/definition-queries.js';
import { agreementUseCase, type AgreementCode } from '../use-cases/agreement.js';

export interface Migration extends Omit<Command, 'type'> {
  /** Ids of its commands derive from it: the same run sent again repeats itself and nothing else. */
  readonly runId: string;
  /** Nothing is recorded: each agreement is only asked. */
  readonly dryRun: boolean;
}

/** What becomes of one agreement, or became of it. */
export interface MigrationLine extends Omit<AgreementUnder, 'definition'> {
  readonly outcome: 'moves' | 'moved' | 'stays' | 'already';
  /** Where it goes on; null when it stays. */
  readonly toStage: StageName | null;
  /** Why it stays. */
  readonly refusal?: Refusal;
}

/** How many lines say the same. */
export interface MigrationCount extends Pick<MigrationLine, 'stage' | 'toStage' | 'outcome'> {
  readonly code: string | null;
  readonly agreements: number;
}

type Send = (message: MigrateDefinition) => Promise<Answer>;

/** Streams at work at the same time: enough for the log to take their appends together. */
const AT_ONCE = 32;

/**
 * Moves these agreements, each by a command and an event of its own, or only says what would come of it. What was moved
 * before is left alone, so a run that was cut short is simply begun again. Undefined: not for this sender.
 */
export async function migrateAgreements(
  facts: Facts,
  send: Send,
  sender: Actor,
  agreements: readonly AgreementUnder[],
  migration: Migration,
): Promise<readonly MigrationLine[] | undefined> {
  if ('refused' in mayPublish(sender)) return undefined;
  const lines: MigrationLine[] = [];
  for (let from = 0; from < agreements.length; from += AT_ONCE) {
    const some = agreements.slice(from, from + AT_ONCE);
    lines.push(...(await Promise.all(some.map((one) => lineOf(facts, send, sender, one, migration)))));
  }
  return lines;
}

export function countsOf(lines: readonly MigrationLine[]): readonly MigrationCount[] {
  const keyOf = ({ stage, toStage, outcome, refusal }: MigrationLine): string =>
    [outcome, stage, toStage, refusal?.code].join(' ');
  return [...Map.groupBy(lines, keyOf).values()].flatMap((alike) => {
    const [line] = alike;
    if (!line) return [];
    const { stage, toStage, outcome, refusal } = line;
    return [{ stage, toStage, outcome, code: refusal?.code ?? null, agreements: alike.length }];
  });
}

async function lineOf(
  facts: Facts,
  send: Send,
  sender: Actor,
  { agreementId, number, stage }: AgreementUnder,
  migration: Migration,
): Promise<MigrationLine> {
  const { to, stages, dryRun, runId } = migration;
  const body: Command = { type: 'MigrateDefinition', to, ...(stages ? { stages } : {}) };
  const commandId = uuidV5(facts.sha1, runId, agreementId);
  const line = { agreementId, number, stage };
  if (dryRun) {
    const decision = await rehearse(facts, sender, agreementId, commandId, body);
    return isRefused(decision)
      ? { ...line, outcome: 'stays', toStage: null, refusal: decision.refused }
      : { ...line, ...wayOf(decision, stage, 'moves') };
  }
  const header = { commandId, causationId: commandId, correlationId: runId };
  const answer = await send(new MigrateDefinition(sender, header, agreementId, body));
  return answer.accepted
    ? // Only facts of an agreement's decider are in its stream.
      { ...line, ...wayOf(answer.events as unknown as readonly AgreementFact[], stage, 'moved') }
    : { ...line, outcome: 'stays', toStage: null, refusal: answer.refusal };
}

/** The stage at the end of what was decided: the other definition may ask for no more and move it on at once. */
function wayOf(
  decided: readonly AgreementFact[],
  stage: StageName,
  outcome: 'moves' | 'moved',
): Pick<MigrationLine, 'outcome' | 'toStage'> {
  const stages = decided.flatMap((fact) => {
    if (fact.type === 'DefinitionMigrated') return [fact.data.stage];
    return fact.type === 'StageEntered' ? [fact.data.to] : [];
  });
  return { outcome: stages.length === 0 ? 'already' : outcome, toStage: stages.at(-1) ?? stage };
}

/** What the rules say on the agreement as it stands; nothing is recorded. */
async function rehearse(
  facts: Facts,
  sender: Actor,
  agreementId: string,
  commandId: string,
  command: Command,
): Promise<readonly AgreementFact[] | Refused<AgreementCode>> {
  const stream = streamName(sender.space, 'agreement', agreementId);
  const { state, revision } = await readFolded(facts.store, stream, agreementDecider);
  const actor = isSystem(sender) ? sender.system : sender.personId;
  const sent = { id: commandId, stream, actor, causationId: commandId, correlationId: commandId, command };
  const gathered = await agreementUseCase(facts, sender).gather(state, sent);
  if ('refused' in gathered) return gathered;
  const at = { now: facts.now(sender.space), actor, commandId, nextRevision: revision + 1 };
  return agreementDecider.decide(state, command, { ...gathered.facts, ...at });
}
