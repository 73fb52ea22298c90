import { isSystem, mayCommand, maySee, type Actor } from '@entente/access';
import {
  agreementDecider,
  asksForPartyCalendars,
  definitions,
  type Agreement,
  type AgreementCommand,
  type AgreementContext,
  type AgreementFact,
  type AgreementRefusalCode,
  type OverriddenAction,
} from '@entente/agreement';
import { isUuid } from '@entente/canonical';
import { deskDecider } from '@entente/directory';
import {
  readFolded,
  refuse,
  streamName,
  type CommandOnStream,
  type Gathered,
  type Refused,
  type UseCase,
} from '@entente/event-sourcing';

import type { Facts } from '../ports/facts.js';
import { confirmPosition } from './confirm-position.js';
import { meantBy } from './meant-by.js';
import { snapshotsOf } from './organisations.js';
import { calendarsOfParties } from './party-calendars.js';
import { recountCalendarsFor } from './recount-calendars.js';
import { signerFacts, signerIn } from './substitution.js';

export type AgreementCode = AgreementRefusalCode | 'not-allowed' | 'mandate-expired';

/** Not everybody may read these. */
const PRIVATE_EVENTS: readonly string[] = [
  'CommentAdded',
  'CommentResolved',
  'CommentReopened',
  'ApproversNamed',
  'TextEndorsed',
  'TextReturned',
] satisfies AgreementFact['type'][];

/** What is due is counted by the newest calendars with these. */
const COUNTING: readonly AgreementCommand['type'][] = ['RecountDeadlines', 'MoveDeadline', 'ResumeDeadlines'];

/** What a person may do to an agreement, and the facts its rules need. */
export function agreementUseCase(
  ports: Facts,
  actor: Actor,
): UseCase<Agreement, AgreementCommand, AgreementFact, AgreementContext, AgreementCode> {
  return {
    decider: agreementDecider,
    async gather(state, sent): Promise<Gathered<AgreementContext> | Refused<AgreementCode>> {
      const permission = mayCommand(actor, sent.command, state);
      if ('refused' in permission) return permission;
      const held = await confirmPosition(ports, actor, permission.actingAs);
      if (!held) return refuse('not-allowed');
      const signer = signerIn(state, sent, permission.actingAs);
      const said = await signerFacts(ports, actor, state, sent.stream, signer);
      if ('refused' in said) return said;
      const definition = await definitionFor(ports, actor.space, state, sent);
      if ('refused' in definition) return definition;
      const partyCalendars = await partyCalendarsFor(ports, actor.space, definition, state, sent);
      if ('refused' in partyCalendars) return partyCalendars;
      const sha256 = fileNamedBy(sent.command);
      const file = sha256 === undefined ? undefined : await ports.files?.find(sha256);
      const facts: AgreementContext = {
        definition,
        calendar: await ports.calendarsNow(actor.space),
        ...partyCalendars,
        ...(COUNTING.includes(sent.command.type)
          ? { recount: await recountCalendarsFor(ports, actor.space, state) }
          : {}),
        zone: ports.zone,
        tzdb: ports.tzdb,
        sha256: (text) => ports.sha256(text),
        organisations: await snapshotsOf(
          ports.store,
          actor.space,
          organisationsNamedBy(meantBy(state, sent.command)),
        ),
        overrides: ports.overrides,
        ...said,
        ...(await duplicatedBy(ports, actor, state, sent)),
        ...(file ? { file } : {}),
        ...(await targetNamedBy(ports, actor.space, sent.command)),
        ...(await deskNamedBy(ports, actor, sent.command)),
      };
      const { actingAs } = permission;
      const { expectedRevision: seenRevision } = sent;
      const seen = {
        nothingNoted: seenRevision !== undefined && nothingNotedSince(state, seenRevision),
      };
      if (actingAs === undefined) return { facts, ...seen };
      const { substitution } = signer;
      const under = actingAs === substitution?.substituteId ? { mandate: substitution.mandate } : {};
      return { facts, actingAs, ...under, ...seen };
    },
  };
}

/** Whoever may not read what was written on another side must not be stopped by it. */
function nothingNotedSince(state: Agreement, revision: number): boolean {
  if (state.stage === null) return false;
  return state.entries
    .filter(({ revision: first, types }) => first + types.length - 1 > revision)
    .every(({ types }) => types.every((type) => PRIVATE_EVENTS.includes(type)));
}

/** Those of its parties, and of whoever the command makes one; read only where the definition counts with them. */
async function partyCalendarsFor(
  ports: Facts,
  space: string,
  definition: AgreementContext['definition'],
  state: Agreement,
  { command }: CommandOnStream<AgreementCommand>,
): Promise<Pick<AgreementContext, 'partyCalendars'> | Refused<AgreementCode>> {
  const { target } = await targetNamedBy(ports, space, command);
  if (![definition, ...(target ? [target] : [])].some(asksForPartyCalendars)) return {};
  const present = state.stage === null ? [] : state.parties.map(({ partyId }) => partyId);
  const joining = command.type === 'HoldOriginals' ? [] : organisationsNamedBy(command);
  const partyCalendars = await calendarsOfParties(ports, space, [...present, ...joining]);
  return 'refused' in partyCalendars ? partyCalendars : { partyCalendars };
}

const NAMING_FILES: readonly string[] = [
  'FileSignedCopy',
  'AttachAnnex',
  'ProvideTextFile',
] satisfies AgreementCommand['type'][];

function fileNamedBy(command: AgreementCommand): string | undefined {
  return 'sha256' in command && NAMING_FILES.includes(command.type) ? command.sha256 : undefined;
}

/** The definition it is pinned to; for a new agreement the one it names, or else the newest one of its kind. */
async function definitionFor(
  ports: Facts,
  space: string,
  state: Agreement,
  { command }: CommandOnStream<AgreementCommand>,
): Promise<AgreementContext['definition'] | Refused<AgreementCode>> {
  const unknown = refuse('unknown-definition', { field: 'definition' });
  if (state.stage !== null) return (await ports.definitionOf(space, state.definition)) ?? unknown;
  if (command.type === 'ProposeAgreement') {
    const { kind, definition } = command;
    if (definition !== undefined) return (await ports.definitionOf(space, definition)) ?? unknown;
    return (await ports.newestOf(space, kind)) ?? refuse('unknown-kind', { field: 'kind' });
  }
  // Whatever else is sent to what was never proposed is refused under any definition.
  return definitions()[0] ?? unknown;
}

/** The agreement that this one is said to repeat, when it is another and the actor may know of it. */
async function duplicatedBy(
  { store }: Facts,
  actor: Actor,
  state: Agreement,
  { command, stream }: CommandOnStream<AgreementCommand>,
): Promise<Pick<AgreementContext, 'duplicated'>> {
  const meant = meantBy(state, command);
  const agreementId = meant.type === 'VoidAgreement' ? meant.of : undefined;
  if (agreementId === undefined || isSystem(actor)) return {};
  const other = streamName(actor.space, 'agreement', agreementId);
  if (other === stream) return {};
  const { state: found, revision } = await readFolded(store, other, agreementDecider);
  return maySee(actor, found) ? { duplicated: { agreementId, revision } } : {};
}

async function targetNamedBy(
  ports: Facts,
  space: string,
  command: AgreementCommand,
): Promise<Pick<AgreementContext, 'target'>> {
  const target =
    command.type === 'MigrateDefinition' ? await ports.definitionOf(space, command.to) : undefined;
  return target ? { target } : {};
}

async function deskNamedBy(
  { store }: Facts,
  { space }: Actor,
  command: AgreementCommand,
): Promise<Pick<AgreementContext, 'desk'>> {
  if (!('deskId' in command) || !isUuid(command.deskId)) return {};
  const { deskId } = command;
  const { state, revision } = await readFolded(store, streamName(space, 'desk', deskId), deskDecider);
  return state.status === 'open' ? { desk: { deskId, revision } } : {};
}

function organisationsNamedBy(command: AgreementCommand | OverriddenAction): readonly string[] {
  switch (command.type) {
    case 'ProposeAgreement':
      return (command.parties ?? []).map(({ partyId }) => partyId);
    case 'InviteParty':
    case 'NameSignatory':
    case 'NameApprovers':
    case 'RecordAccession':
    case 'HandOverSigning':
      return [command.partyId];
    case 'RecordSignature':
      return command.positionId === undefined ? [] : [command.partyId];
    case 'HoldOriginals':
      return [command.holderId];
    default:
      return [];
  }
}
