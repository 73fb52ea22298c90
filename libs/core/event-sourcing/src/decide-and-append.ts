import { canonicalText } from '@entente/canonical';

import type { Answer, CommandOnStream, CommandPathCode, CommandPorts, UseCase } from './command.js';
import { isRefused } from './decider.js';
import { circumstances, enclose } from './enclose.js';
import type { EventEnvelope, Fact, RecordedEvent } from './envelope.js';
import { foldOn, readFolded, readOn, readStream, type Folded } from './read-stream.js';
import { sealEvents } from './seal.js';

/** Of two processes each wins every other time on a stream that all write to, of four one in four: enough for either. */
const MAX_ATTEMPTS = 32;

/** The way of every command: read, look its id up, fold, gather, decide, append with the expected revision. */
export async function decideAndAppend<
  State,
  Command,
  F extends Fact<string, object>,
  Context,
  Code extends string,
>(
  ports: CommandPorts,
  useCase: UseCase<State, Command, F, Context, Code>,
  sent: CommandOnStream<Command>,
): Promise<Answer<Code>> {
  const { store, streams } = ports;
  const { decider } = useCase;
  const bodyMac = ports.mac(canonicalText(sent.command));
  const remembered = streams?.recall<State>(sent.stream);
  let known = remembered ?? (await readFolded(store, sent.stream, decider));
  // What is remembered may be behind: it is good for trying an append, which the store checks, and for nothing else.
  let isUpToDate = remembered === undefined;
  for (let attempt = 1; ; attempt += 1) {
    if (known.commandIds.has(sent.id)) {
      return answerAgain(await readStream<F>(store, sent.stream, decider), sent.id, bodyMac);
    }
    if (attempt > MAX_ATTEMPTS) return refused('conflict', { attempts: MAX_ATTEMPTS });

    const decided = await gatherAndDecide(ports, useCase, sent, known, bodyMac);
    if ('events' in decided) {
      const events = await sealEvents(ports.seals, decider.sealed, decided.events);
      const outcome = await store.append(sent.stream, known.revision, events);
      if (outcome.outcome === 'appended') {
        const { revision, position } = outcome;
        // Only facts of this decider are in its stream, and these are such.
        const own = events as unknown as readonly EventEnvelope<F>[];
        streams?.remember(sent.stream, foldOn(decider, known, own, position));
        return { accepted: true, revision, position, events };
      }
      // Conflict, or this command at the same moment from elsewhere, perhaps with another body: the next look tells.
      // It also refuses a sender who named the revision; others want their command on whatever stands now.
    } else if (isUpToDate) {
      return decided.answer;
    }
    const { revision } = known;
    known = await readOn(store, sent.stream, decider, known);
    isUpToDate = true;
    // Shorter than it was: the log was put back to an earlier time.
    if (known.revision < revision) streams?.forget(sent.stream);
    streams?.remember(sent.stream, known);
  }
}

/** On what is known of the stream: the events that the command makes of it, or its answer when it makes none. */
async function gatherAndDecide<State, Command, F extends Fact<string, object>, Context, Code extends string>(
  ports: CommandPorts,
  useCase: UseCase<State, Command, F, Context, Code>,
  sent: CommandOnStream<Command>,
  known: Folded<State>,
  bodyMac: string,
): Promise<{ readonly events: readonly EventEnvelope[] } | { readonly answer: Answer<Code> }> {
  const { decider } = useCase;
  const { revision, last } = known;
  const state = known.holdsSealed && ports.seals ? await ports.seals.read(known.state) : known.state;
  const gathered = await useCase.gather(state, sent);
  if ('refused' in gathered) return { answer: { accepted: false, refusal: gathered.refused } };
  // Only now: whoever may not see the stream must not learn its revision either.
  const { expectedRevision: expected = revision } = sent;
  if (expected !== revision && !(gathered.nothingNoted === true && expected < revision)) {
    return { answer: refused('stale-revision', { expected, actual: revision }) };
  }
  const at = circumstances(ports, sent, gathered, known);
  const decision = decider.decide(state, sent.command, { ...gathered.facts, ...at });
  if (isRefused(decision)) return { answer: { accepted: false, refusal: decision.refused } };
  if (decision.length === 0) {
    return { answer: { accepted: true, revision, position: last?.position, events: [] } };
  }
  return { events: enclose(ports, decider, sent, gathered, decision, at, bodyMac) };
}

function answerAgain(
  history: readonly RecordedEvent<Fact<string, object>>[],
  commandId: string,
  bodyMac: string,
): Answer<never> {
  const earlier = history.filter(({ event }) => event.commandId === commandId);
  const last = earlier.at(-1);
  if (last?.event.bodyMac !== bodyMac) return refused('command-id-reused', {});
  return {
    accepted: true,
    revision: last.event.revision,
    position: last.position,
    events: earlier.map(({ event }) => event as EventEnvelope),
  };
}

function refused(code: CommandPathCode, facts: Readonly<Record<string, unknown>>): Answer<never> {
  return { accepted: false, refusal: { code, facts } };
}
