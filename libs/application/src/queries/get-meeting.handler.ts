import { coordinatorPosition, maySee, maySeeEveryMeeting, type Viewer } from '@entente/access';
import {
  agreementDecider,
  type Party,
  type ProposedAgreement,
  type WorkflowDefinition,
} from '@entente/agreement';
import { readFolded, readStream, stateOf, streamName } from '@entente/event-sourcing';
import {
  meetingDecider,
  readinessOf,
  substituteAt,
  type Attendance,
  type MeetingFact,
  type PlacedLetter,
  type PlannedMeeting,
} from '@entente/meeting';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { Facts } from '../ports/facts.js';
import { NameDirectory } from '../ports/ports.js';
import { definitionFor, letterOf } from '../use-cases/letters.js';
import { snapshotsOf } from '../use-cases/organisations.js';
import type { MeetingDetail, MeetingLetter, MeetingParty, MissingPaper } from './meeting-answers.js';
import { GetMeeting } from './meeting-queries.js';

/** Reads the streams themselves: what was tapped a moment ago shows at once, and a letter as it stands. */
@QueryHandler(GetMeeting)
export class GetMeetingHandler implements IQueryHandler<GetMeeting> {
  constructor(
    private readonly facts: Facts,
    private readonly names: NameDirectory,
  ) {}

  async execute({ asked: { viewer }, meetingId }: GetMeeting): Promise<MeetingDetail | undefined> {
    const stream = streamName(viewer.space, 'meeting', meetingId);
    const history = await readStream<MeetingFact>(this.facts.store, stream, meetingDecider);
    const last = history.at(-1);
    const folded = stateOf(
      meetingDecider,
      history.map(({ event }) => event),
    );
    if (!last || folded.status === 'none') return undefined;
    const meeting = await this.facts.read(folded);
    const letters = await this.#lettersOf(meeting, viewer);
    const seesAll = maySeeEveryMeeting(viewer);
    if (!seesAll && letters.length === 0) return undefined;
    const partyIds = letters.flatMap(({ parties }) => parties.map(({ partyId }) => partyId));
    const attendance = meeting.attendance.filter(
      ({ organisationId }) => seesAll || partyIds.includes(organisationId),
    );
    const { title, at, zone, place, status, heldOn = null, minutes = null } = meeting;
    const names = await this.names.namesOf(viewer.space, mentionedIn(letters, attendance));
    return {
      meetingId,
      revision: last.event.revision,
      position: last.position,
      ...{ title, at, zone, place, status, heldOn, minutes, letters, attendance },
      mayRun: coordinatorPosition(viewer) !== undefined,
      names: Object.fromEntries(names),
    };
  }

  async #lettersOf(meeting: PlannedMeeting, viewer: Viewer): Promise<readonly MeetingLetter[]> {
    const { store } = this.facts;
    const { space } = viewer;
    const shown = await Promise.all(
      meeting.letters.map(async (placed) => {
        const stream = streamName(space, 'agreement', placed.agreementId);
        const { state } = await readFolded(store, stream, agreementDecider);
        if (state.stage === null || !maySee(viewer, state)) return undefined;
        const definition = await definitionFor(this.facts, space, state);
        return { placed, state, definition };
      }),
    );
    const seen = shown.filter((one) => one !== undefined);
    const partyIds = seen.flatMap(({ state }) => state.parties.map(({ partyId }) => partyId));
    const organisations = await snapshotsOf(store, space, partyIds);
    const holders = new Map(
      organisations.flatMap(({ positions }) =>
        positions.flatMap(({ positionId, personId }) =>
          personId === '' ? [] : [[positionId, personId] as const],
        ),
      ),
    );
    return seen.flatMap(
      ({ placed, state, definition }) => letter(placed, state, definition, { meeting, holders }) ?? [],
    );
  }
}

interface About {
  readonly meeting: PlannedMeeting;
  /** Who holds a position now. */
  readonly holders: ReadonlyMap<string, string>;
}

function letter(
  { agreementId, order, status, ...said }: PlacedLetter,
  agreement: ProposedAgreement,
  definition: Pick<WorkflowDefinition, 'partyRoles'>,
  about: About,
): MeetingLetter | undefined {
  const snapshot = letterOf(agreementId, agreement, definition);
  if (!snapshot) return undefined;
  const { number = null, title, stage, signedAt = null } = agreement;
  const { code = null, reason = null, to = null, toMeeting = null } = said;
  return {
    ...{ agreementId, order, number, title, stage, status, signedAt },
    ...{ code, reason, to, toMeeting },
    ...readinessOf(snapshot, about.meeting.attendance, (positionId) => about.holders.has(positionId)),
    parties: agreement.parties.map((party, index) =>
      partyAt(party, snapshot.parties[index]?.means ?? [], about),
    ),
    missing: missingOf(agreement),
  };
}

/** A copy that says something else than what was signed is none. */
function missingOf({ signedAt, signedCopies = [], originals = [] }: ProposedAgreement): MissingPaper[] {
  if (signedAt === undefined) return [];
  const isFiled = signedCopies.some(({ matchesText }) => matchesText);
  return [...(isFiled ? [] : ['scan' as const]), ...(originals.length > 0 ? [] : ['originals' as const])];
}

function partyAt(
  party: Party,
  means: MeetingParty['means'],
  { meeting: { attendance }, holders }: About,
): MeetingParty {
  const { partyId, name, signatory, substitute, signatures, signed, declined } = party;
  const last = signatures.at(-1);
  const named = signatory?.positionId;
  const standIn =
    named === undefined
      ? undefined
      : substituteAt({ partyId, signatory: named, signed, declined: false, means: [] }, attendance);
  const positionId = last?.positionId ?? standIn?.positionId ?? substitute?.positionId ?? named ?? null;
  return {
    partyId,
    name,
    positionId,
    substituteFor: named !== undefined && positionId !== named ? named : null,
    personId: holders.get(positionId ?? '') ?? null,
    means,
    declined: declined !== undefined,
    signed,
    signedOn: last?.signedOn ?? null,
  };
}

function mentionedIn(letters: readonly MeetingLetter[], attendance: readonly Attendance[]): string[] {
  const signing = letters.flatMap(({ parties }) =>
    parties.flatMap(({ positionId, substituteFor, personId }) => [positionId, substituteFor, personId]),
  );
  const there = attendance.flatMap(({ organisationId, positionId, personId, substituteFor }) => [
    organisationId,
    positionId,
    personId,
    substituteFor,
  ]);
  return [...new Set([...signing, ...there])].filter((id) => typeof id === 'string');
}
