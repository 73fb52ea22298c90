import { isSystem, mayRegister, type Actor } from '@entente/access';
import { canonicalText, uuidV5 } from '@entente/canonical';
import {
  organisationDecider,
  personDecider,
  type OrganisationCommand,
  type OrganisationFact,
  type PersonCommand,
  type PersonFact,
} from '@entente/directory';
import {
  isRefused,
  readFolded,
  stamp,
  streamName,
  type Answer,
  type Decider,
  type Fact,
  type Refusal,
} from '@entente/event-sourcing';

import { organisationMessages, RegisterPerson } from '../messages/directory-messages.js';
import type { Header, Message } from '../messages/message.js';
import type { Facts } from '../ports/facts.js';
import { directoryRows, type DirectoryRow, type ImportedRow, type ImportFault } from './directory-rows.js';

export interface ImportReport {
  readonly rows: number;
  /** Nothing is recorded while there is one. */
  readonly faults: readonly ImportFault[];
  /** How many commands would change something, or did; a repeated import changes nothing. */
  readonly changes: { readonly organisations: number; readonly people: number; readonly positions: number };
  readonly recorded: boolean;
}

type Planned = { readonly line: number; readonly commandId: string; readonly target: string } & (
  | { readonly category: 'organisation'; readonly body: OrganisationCommand }
  | { readonly category: 'person'; readonly body: PersonCommand }
);

type Send = (message: Message<{ readonly type: string }>) => Promise<Answer>;

/** Where the table has what a command calls otherwise. */
const COLUMN_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  RegisterOrganisation: { name: 'name_zh' },
  SetRegistrationCode: { code: 'registration_code' },
  RegisterPerson: { name: 'person_zh', email: 'email', language: 'language' },
  FillPosition: { title: 'position_zh', roles: 'roles', from: 'from' },
};

/**
 * Organisations with their positions from a table. Every row goes through the rules first, on top of the rows before it;
 * only when all of them pass are the commands sent. Ids follow from what a row says, so that a second import of it, also
 * after one that was cut short, repeats what is there. Undefined: not for this sender.
 */
export async function importDirectory(
  facts: Facts,
  send: Send,
  sender: Actor,
  table: readonly ImportedRow[],
  dryRun: boolean,
): Promise<ImportReport | undefined> {
  const permission = mayRegister(sender);
  if ('refused' in permission) return undefined;
  const { rows, faults } = directoryRows(table);
  const plan = rows.flatMap((row) => commandsOf(facts, sender.space, row));
  const tried = await tryOut(facts, sender, plan);
  const all = [...faults, ...tried.faults].sort((one, other) => one.line - other.line);
  const report = { rows: rows.length, faults: all, changes: tried.changes };
  if (dryRun || all.length > 0) return { ...report, recorded: false };
  for (const command of plan) {
    const answer = await send(messageOf(sender, command));
    // Others changed the same in between: what was sent stays, and the next import goes on from there.
    if (!answer.accepted) return { ...report, faults: [faultOf(command, answer.refusal)], recorded: false };
  }
  return { ...report, recorded: true };
}

function commandsOf(facts: Facts, space: string, row: DirectoryRow): readonly Planned[] {
  const { line, name, code, position } = row;
  const idOf = (...parts: readonly unknown[]): string =>
    uuidV5(facts.sha1, space, `import ${canonicalText(parts)}`);
  const organisationId = idOf('organisation', code ?? name);
  const target = organisationId;
  const planned = (body: OrganisationCommand): Planned => ({
    line,
    category: 'organisation',
    target,
    commandId: idOf('command', target, body),
    body,
  });
  const own = [
    planned({ type: 'RegisterOrganisation', name }),
    ...(code === undefined ? [] : [planned({ type: 'SetRegistrationCode', code })]),
  ];
  if (!position) return own;
  const { title, roles, person, from, ...contact } = position;
  const personId = idOf('person', contact.email ?? [organisationId, person]);
  const body = { type: 'RegisterPerson', name: person, ...contact } as const;
  const positionId = idOf('position', organisationId, title);
  return [
    ...own,
    { line, category: 'person', target: personId, commandId: idOf('command', personId, body), body },
    planned({ type: 'FillPosition', positionId, title, roles, personId, from }),
  ];
}

/** What the rules say of each command, on top of all before it; nothing is recorded. */
async function tryOut(
  facts: Facts,
  sender: Actor,
  plan: readonly Planned[],
): Promise<Pick<ImportReport, 'faults' | 'changes'>> {
  const streams = new Map<string, Rehearsal>();
  const faults: ImportFault[] = [];
  const changes = { organisations: 0, people: 0, positions: 0 };
  for (const command of plan) {
    const stream = streamName(sender.space, command.category, command.target);
    const rehearsal = streams.get(stream) ?? (await rehearse(facts, stream, command.category));
    streams.set(stream, rehearsal);
    const outcome = rehearsal(command, {
      actor: isSystem(sender) ? sender.system : sender.personId,
      now: facts.now(sender.space),
      zone: facts.zone,
    });
    if (typeof outcome !== 'boolean') faults.push(faultOf(command, outcome));
    else if (outcome && command.body.type === 'RegisterOrganisation') changes.organisations += 1;
    else if (outcome && command.body.type === 'RegisterPerson') changes.people += 1;
    else if (outcome && command.body.type === 'FillPosition') changes.positions += 1;
  }
  return { faults, changes };
}

interface Moment {
  readonly actor: string;
  readonly now: string;
  readonly zone: string;
}

/** Whether the command would change something, or why it would be refused. */
type Rehearsal = (command: Planned, moment: Moment) => boolean | Refusal;

function rehearse(facts: Facts, stream: string, category: Planned['category']): Promise<Rehearsal> {
  return category === 'organisation'
    ? rehearsalOf<OrganisationCommand, OrganisationFact, typeof organisationDecider.initial>(
        facts,
        stream,
        organisationDecider,
      )
    : rehearsalOf<PersonCommand, PersonFact, typeof personDecider.initial>(facts, stream, personDecider);
}

async function rehearsalOf<Command, F extends Fact<string, object>, State>(
  facts: Facts,
  stream: string,
  decider: Decider<State, Command, F, { readonly zone: string }, string>,
): Promise<Rehearsal> {
  const known = await readFolded(facts.store, stream, decider);
  const done = new Set(known.commandIds);
  let state: State = await facts.read<State>(known.state);
  let nextRevision = known.revision + 1;
  return ({ commandId, body }, moment) => {
    // It was sent before: whatever became of it since stays.
    if (done.has(commandId)) return false;
    const at = { ...moment, commandId, nextRevision };
    // The plan pairs each stream with the commands of its decider.
    const decision = decider.decide(state, body as Command, at);
    if (isRefused(decision)) return decision.refused;
    done.add(commandId);
    for (const event of stamp(decision, at)) state = decider.evolve(state, event);
    nextRevision += decision.length;
    return decision.length > 0;
  };
}

function faultOf({ line, body }: Planned, { code, field, facts }: Refusal): ImportFault {
  const column = field === undefined ? null : (COLUMN_OF[body.type]?.[field] ?? null);
  return { line, column, code, ...(facts ? { facts } : {}) };
}

function messageOf(sender: Actor, planned: Planned): Message<{ readonly type: string }> {
  const { commandId, target } = planned;
  const header: Header = { commandId, causationId: commandId, correlationId: commandId };
  if (planned.category === 'person') {
    return new RegisterPerson(
      sender,
      header,
      target,
      planned.body as Extract<PersonCommand, { type: 'RegisterPerson' }>,
    );
  }
  // One table holds all classes, so the compiler cannot pair this class with this body; the key does.
  const Message = organisationMessages[planned.body.type] as new (
    ...args: unknown[]
  ) => Message<{ readonly type: string }>;
  return new Message(sender, header, target, planned.body);
}
