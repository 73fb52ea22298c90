import { SETUP, type SystemActor } from '@entente/access';
import {
  GetAgreement,
  ListRemindedPeople,
  reminderMessages,
  type RemindedPeople,
  type RemindedPersonRow,
} from '@entente/application';
import { refusalSentence } from '@entente/narrative';
import type { AnswerCommand, ToldMeans } from '@entente/reminder';
import { randomUUID } from 'node:crypto';

import { CommandFailed } from '../command-failed.js';
import { inLanguage, terminal, terminalLanguage } from '../output.js';
import { table } from '../table.js';
import { asked, type Tools } from '../with-entente.js';

export interface AnswerOptions {
  /** Whose duty it is; needed where several positions are reminded. */
  readonly position?: string;
  readonly space?: string;
  readonly json?: boolean;
}

export interface HandOverOptions extends AnswerOptions {
  readonly to?: string;
  readonly word?: string;
}

export interface ToldOptions extends AnswerOptions {
  readonly person?: string;
  readonly at?: string;
  readonly promised?: boolean;
  readonly note?: string;
}

interface Reminded {
  readonly space: string;
  readonly agreementId: string;
  readonly people: RemindedPeople;
}

export async function remindedPeople(
  tools: Tools,
  number: string,
  deadlineId: string,
  options: Omit<AnswerOptions, 'position'>,
): Promise<void> {
  const { people } = await find(tools, number, deadlineId, options.space);
  if (options.json) terminal.print(JSON.stringify(people, null, 2));
  else if (people.items.length === 0) terminal.note('Nobody is reminded of it.');
  else terminal.print(asTable(people.items));
}

/** As whoever is reminded said it to those who run the installation. */
export async function acknowledge(
  tools: Tools,
  number: string,
  deadlineId: string,
  options: AnswerOptions,
): Promise<void> {
  await answerAs(tools, number, deadlineId, options, { type: 'AcknowledgeReminder', deadlineId });
}

export async function snooze(
  tools: Tools,
  number: string,
  deadlineId: string,
  until: string,
  options: AnswerOptions,
): Promise<void> {
  await answerAs(tools, number, deadlineId, options, { type: 'SnoozeReminder', deadlineId, until });
}

/** Whose it is, those who run the installation may say; that it is not theirs, only whoever is reminded. */
export async function handOver(
  tools: Tools,
  number: string,
  deadlineId: string,
  options: HandOverOptions,
): Promise<void> {
  const { to: toPositionId, word } = options;
  const said = { type: 'HandOverDuty', deadlineId, ...(word === undefined ? {} : { word }) } as const;
  if (toPositionId === undefined) {
    await answerAs(tools, number, deadlineId, options, said);
    return;
  }
  const reminded = await find(tools, number, deadlineId, options.space);
  const { positionId } = oneOf(reminded.people.items, options.position);
  await send(tools, reminded, undefined, { ...said, positionId, toPositionId }, options);
}

export async function told(
  tools: Tools,
  number: string,
  deadlineId: string,
  means: ToldMeans,
  options: ToldOptions,
): Promise<void> {
  const reminded = await find(tools, number, deadlineId, options.space);
  const { positionId, person } = oneOf(reminded.people.items, options.position);
  const personId = options.person ?? person?.personId;
  if (personId === undefined)
    throw new CommandFailed(`Nobody holds position ${positionId}: name who was told with --person.`);
  const { promised, note, at: toldAt = tools.entente.facts.now(reminded.space) } = options;
  const command = {
    ...({ type: 'RecordTold', deadlineId, positionId, personId, means, toldAt } as const),
    ...(promised === undefined ? {} : { promised }),
    ...(note === undefined ? {} : { note }),
  };
  await send(tools, reminded, undefined, command, options);
}

async function answerAs(
  tools: Tools,
  number: string,
  deadlineId: string,
  options: AnswerOptions,
  command: AnswerCommand,
): Promise<void> {
  const reminded = await find(tools, number, deadlineId, options.space);
  const { positionId, person } = oneOf(reminded.people.items, options.position);
  if (!person) throw new CommandFailed(`Nobody holds position ${positionId}, and nobody can answer for it.`);
  await send(tools, reminded, { personId: person.personId, positionId }, command, options);
}

async function find(
  { entente, queries }: Tools,
  number: string,
  deadlineId: string,
  space: string | undefined,
): Promise<Reminded> {
  const who = await asked(entente, space);
  const detail = await queries.execute(new GetAgreement(who, number));
  if (!detail) throw new CommandFailed(`There is no agreement ${number} in space ${who.viewer.space}.`);
  const people = await queries.execute(new ListRemindedPeople(who, number, deadlineId));
  if (!people) {
    const open = detail.agreement.deadlines.filter(({ status }) => status === 'open');
    const known = open.map((one) => one.deadlineId).join(', ') || 'none';
    throw new CommandFailed(`Agreement ${number} has no open deadline ${deadlineId}; open are: ${known}.`);
  }
  return { space: who.viewer.space, agreementId: detail.agreementId, people };
}

function oneOf(items: RemindedPeople['items'], position: string | undefined): RemindedPersonRow {
  const found = position === undefined ? items : items.filter(({ positionId }) => positionId === position);
  const [one] = found;
  if (one && found.length === 1) return one;
  const known = items.map(({ positionId }) => positionId).join(', ') || 'none';
  throw new CommandFailed(
    position === undefined
      ? `Name with --position whose duty is meant, one of: ${known}.`
      : `Position ${position} is not reminded of it; reminded are: ${known}.`,
  );
}

async function send(
  { commands }: Tools,
  { space, agreementId }: Reminded,
  onBehalfOf: SystemActor['onBehalfOf'],
  command: AnswerCommand,
  { json }: AnswerOptions,
): Promise<void> {
  const commandId = randomUUID();
  const header = { commandId, causationId: commandId, correlationId: commandId };
  const sender: SystemActor = { space, system: SETUP, ...(onBehalfOf ? { onBehalfOf } : {}) };
  // One of the messages by its name: the compiler cannot pair them, the name does.
  const Message = reminderMessages[command.type] as typeof reminderMessages.RecordTold;
  const answer = await commands.execute(new Message(sender, header, agreementId, command as never));
  if (!answer.accepted) {
    const { code, facts } = answer.refusal;
    throw new CommandFailed(refusalSentence(code, facts, terminalLanguage(process.env)));
  }
  const events = answer.events.map(({ type, data }) => ({ type, data }));
  if (json) terminal.print(JSON.stringify({ agreementId, revision: answer.revision, events }, null, 2));
  else terminal.print(events.length === 0 ? 'That is on record already.' : 'Recorded.');
}

function asTable(items: RemindedPeople['items']): string {
  const language = terminalLanguage(process.env);
  const lines = items.map(({ positionId, title, person, answer }) => [
    positionId,
    inLanguage(title, language),
    person?.personId ?? '-',
    inLanguage(person?.name, language),
    answer ? [answer.kind, answer.until ?? answer.at].join(' ') : '-',
  ]);
  return table([['POSITION', 'TITLE', 'PERSON', 'NAME', 'ANSWER'], ...lines]);
}
