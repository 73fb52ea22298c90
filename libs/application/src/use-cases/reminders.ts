import {
  answererAmong,
  isSystem,
  mayAnswerReminders,
  mayHandOverDuties,
  SETUP,
  maySetReminders,
  type AccessRefusalCode,
  type Actor,
  type AnsweredFor,
} from '@entente/access';
import { personDecider } from '@entente/directory';
import {
  parseStreamName,
  readFolded,
  refuse,
  streamName,
  type Gathered,
  type Refused,
  type UseCase,
} from '@entente/event-sourcing';
import {
  deadlineOf,
  remindedPositions,
  remindersDecider,
  standInFor,
  type AnswerCommand,
  type HandOverDuty,
  type ReminderCommand,
  type ReminderFact,
  type ReminderRefusalCode,
  type Reminders,
  type RemindersContext,
} from '@entente/reminder';

import type { Facts } from '../ports/facts.js';
import { readRemindedLetter, type RemindedLetter } from '../reminders/reminder-history.js';
import { confirmPosition } from './confirm-position.js';
import { snapshotsOf } from './organisations.js';

type Code = ReminderRefusalCode | AccessRefusalCode | 'unknown-person';
type Gathering = Gathered<RemindersContext> | Refused<Code>;

/** What people say of the reminders of an agreement: when they come, and their answers to them. */
export function remindersUseCase(
  ports: Facts,
  actor: Actor,
): UseCase<Reminders, ReminderCommand, ReminderFact, RemindersContext, Code> {
  return {
    decider: remindersDecider,
    async gather(state, { stream, command }) {
      const { space, id } = parseStreamName(stream);
      const letter = await readRemindedLetter(ports, space, id);
      switch (command.type) {
        case 'AcknowledgeReminder':
        case 'SnoozeReminder':
        case 'HandOverDuty':
          return answering(ports, actor, state, letter, command);
        case 'RecordTold':
          return telling(ports, actor, letter, command.personId);
        default:
          return looksAfter(ports, actor, letter);
      }
    },
  };
}

async function looksAfter(ports: Facts, actor: Actor, letter: RemindedLetter): Promise<Gathering> {
  const permission = maySetReminders(actor, letter.agreement);
  return 'refused' in permission
    ? permission
    : permitted(ports, actor, permission.actingAs, { ...contextOf(letter), zone: ports.zone });
}

async function telling(
  ports: Facts,
  actor: Actor,
  letter: RemindedLetter,
  personId: string,
): Promise<Gathering> {
  const gathered = await looksAfter(ports, actor, letter);
  if ('refused' in gathered || (await isRegistered(ports, actor.space, personId))) return gathered;
  return refuse('unknown-person', { field: 'personId' });
}

async function answering(
  ports: Facts,
  actor: Actor,
  state: Reminders,
  letter: RemindedLetter,
  command: Exclude<AnswerCommand, { type: 'RecordTold' }>,
): Promise<Gathering> {
  const reminded = answeredFor(state, letter, command);
  const answerer = answererAmong(actor, reminded);
  const may = command.type === 'HandOverDuty' ? mayHandOverDuties : mayAnswerReminders;
  const permission = may(actor, letter.agreement, answerer);
  if ('refused' in permission) return permission;
  const posts =
    command.type === 'HandOverDuty' ? await postsBeside(ports, actor, letter, command, answerer) : [];
  const context = {
    ...contextOf(letter),
    posts,
    ...(answerer
      ? { answerer: { positionId: answerer.positionId, personId: answerer.personId, via: answerer.via } }
      : {}),
  };
  return permitted(ports, actor, permission.actingAs, context);
}

async function permitted(
  ports: Facts,
  actor: Actor,
  actingAs: string | undefined,
  facts: RemindersContext,
): Promise<Gathering> {
  if (!(await confirmPosition(ports, actor, actingAs))) return refuse('not-allowed');
  return actingAs === undefined ? { facts } : { facts, actingAs };
}

const contextOf = ({ reminded }: RemindedLetter): RemindersContext =>
  reminded ? { agreement: reminded } : {};

/** The positions reminded of the deadline; where one duty is named, of that alone. */
function answeredFor(
  state: Reminders,
  { reminded }: RemindedLetter,
  command: Exclude<AnswerCommand, { type: 'RecordTold' }>,
): readonly AnsweredFor[] {
  const { deadlineId } = command;
  const deadline = deadlineOf({ deadlineId, version: 0, step: '' }, reminded);
  if (!reminded || !deadline) return [];
  const named = command.type === 'HandOverDuty' ? command.positionId : undefined;
  return remindedPositions(state, deadline, reminded)
    .filter(({ positionId }) => named === undefined || positionId === named)
    .map(({ positionId, atDesk }) => ({
      positionId,
      heldBy: standInFor(state, deadline, positionId),
      atDesk,
    }));
}

/** The positions of the organisation that has the duty's, that one among them. */
async function postsBeside(
  { store }: Facts,
  actor: Actor,
  { agreement }: RemindedLetter,
  { positionId, toPositionId }: HandOverDuty,
  answerer: { readonly positionId: string } | undefined,
): Promise<NonNullable<RemindersContext['posts']>> {
  const duty = positionId ?? answerer?.positionId;
  if (duty === undefined || toPositionId === undefined || agreement.stage === null || !knowsPosts(actor))
    return [];
  const organisationIds = [...agreement.parties.map(({ partyId }) => partyId), ...ownOrganisations(actor)];
  const found = await snapshotsOf(store, actor.space, organisationIds);
  const own = found.find(({ positions }) => positions.some((position) => position.positionId === duty));
  return (own?.positions ?? []).map((position) => ({
    positionId: position.positionId,
    isFilled: position.personId !== '',
  }));
}

/** Whoever follows a link need not know who else is there. */
const knowsPosts = (actor: Actor): boolean => !isSystem(actor) || actor.system === SETUP;

const ownOrganisations = (actor: Actor): readonly string[] =>
  isSystem(actor) ? [] : actor.positions.map(({ organisationId }) => organisationId);

async function isRegistered({ store }: Facts, space: string, personId: string): Promise<boolean> {
  const { state } = await readFolded(store, streamName(space, 'person', personId), personDecider);
  return state.status === 'registered';
}
