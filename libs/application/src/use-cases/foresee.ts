import {
  isRefused,
  parseStreamName,
  stamp,
  stateOf,
  type CommandOnStream,
  type Fact,
  type Refused,
  type Stamped,
  type UseCase,
} from '@entente/event-sourcing';

import type { Facts } from '../ports/facts.js';

/** No command of anybody's. */
const FORESEEN = '00000000-0000-4000-8000-000000000000';

/** The history as it would be after a command, which is decided as ever and recorded nowhere. */
export async function foresee<State, Command, F extends Fact<string, object>, Context, Code extends string>(
  ports: Facts,
  useCase: UseCase<State, Command, F, Context, Code>,
  { stream, actor, command }: Pick<CommandOnStream<Command>, 'stream' | 'actor' | 'command'>,
  history: readonly Stamped<F>[],
): Promise<readonly Stamped<F>[] | Refused<Code>> {
  const { decider } = useCase;
  const state = await ports.read(stateOf(decider, history));
  const ids = { id: FORESEEN, causationId: FORESEEN, correlationId: FORESEEN };
  const gathered = await useCase.gather(state, { ...ids, stream, actor, command });
  if ('refused' in gathered) return gathered;
  const last = history.at(-1);
  const now = ports.now(parseStreamName(stream).space);
  const at = {
    now: last && last.recordedAt > now ? last.recordedAt : now,
    actor,
    ...(gathered.actingAs === undefined ? {} : { actingAs: gathered.actingAs }),
    commandId: FORESEEN,
    nextRevision: (last?.revision ?? -1) + 1,
  };
  const decision = decider.decide(state, command, { ...gathered.facts, ...at });
  return isRefused(decision) ? decision : [...history, ...stamp(decision, at)];
}
