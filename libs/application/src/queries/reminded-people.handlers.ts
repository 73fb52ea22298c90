import { answererAmong, hasRole, maySetReminders, type Viewer } from '@entente/access';
import { localDateOf } from '@entente/calendar';
import {
  answerTo,
  deadlineOf,
  handedOverBy,
  remindedAgreement,
  remindedPositions,
  snoozeDays,
  standInFor,
  toldByHand,
  whatIsAsked,
  type RemindedAgreement,
  type RemindedDeadline,
  type RemindedPosition,
  type Reminders,
} from '@entente/reminder';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { AnswerLinks, lastDayOf } from '../ports/answer-links.js';
import { Facts } from '../ports/facts.js';
import { NameDirectory, NumberIndex } from '../ports/ports.js';
import { ReminderDirectory } from '../ports/reminder-directory.js';
import { ReminderWords } from '../ports/reminder-words.js';
import { readRemindersOf } from '../reminders/reminder-history.js';
import { whoIsReminded } from '../reminders/who-is-reminded.js';
import { readAgreement } from './read-agreement.js';
import {
  GetMessageToCopy,
  ListRemindedPeople,
  type MessageToCopy,
  type RemindedPeople,
  type RemindedPersonRow,
} from './reminded-people.js';

interface Found {
  readonly agreement: RemindedAgreement;
  readonly deadline: RemindedDeadline;
  readonly reminders: Reminders;
  readonly mayTell: boolean;
}

/** A deadline of a letter that the viewer may see. */
async function find(
  facts: Facts,
  numbers: NumberIndex,
  viewer: Viewer,
  reference: string,
  deadlineId: string,
): Promise<Found | undefined> {
  const read = await readAgreement(facts.store, numbers, viewer, reference);
  if (!read) return undefined;
  const { agreementId, history } = read;
  const agreement = remindedAgreement(
    agreementId,
    history.map(({ event }) => event),
  );
  const deadline = deadlineOf({ deadlineId, version: 0, step: '' }, agreement);
  if (!agreement || !deadline) return undefined;
  const reminders = await readRemindersOf(facts, viewer.space, agreementId);
  const mayTell = 'allowed' in maySetReminders(viewer, read.agreement);
  return { agreement, deadline, reminders: await facts.read(reminders), mayTell };
}

@QueryHandler(ListRemindedPeople)
export class ListRemindedPeopleHandler implements IQueryHandler<ListRemindedPeople> {
  constructor(
    private readonly facts: Facts,
    private readonly numbers: NumberIndex,
    private readonly names: NameDirectory,
    private readonly directory: ReminderDirectory,
  ) {}

  async execute({ asked, agreement, deadlineId }: ListRemindedPeople): Promise<RemindedPeople | undefined> {
    const { viewer } = asked;
    const found = await find(this.facts, this.numbers, viewer, agreement, deadlineId);
    if (!found) return undefined;
    const { deadline, reminders } = found;
    if (deadline.status !== 'open') return { items: [], snooze: null };
    const positions = remindedPositions(reminders, deadline, found.agreement);
    const ids = positions.flatMap(({ positionId }) => [
      positionId,
      standInFor(reminders, deadline, positionId),
    ]);
    const names = await this.names.namesOf(viewer.space, ids);
    const rows = await Promise.all(
      positions.map((position) => this.#row(viewer, found, position, (id) => names.get(id) ?? null)),
    );
    const days = snoozeDays(deadline, this.facts.now(viewer.space));
    // Whom a party's people are reminded of is their own affair.
    const seesAll = found.mayTell || hasRole(viewer, 'auditor');
    return {
      items: rows.filter(({ isViewer }) => seesAll || isViewer),
      snooze: days.first <= days.last ? days : null,
    };
  }

  async #row(
    viewer: Viewer,
    { agreement, deadline, reminders }: Found,
    position: RemindedPosition,
    nameOf: (id: string) => RemindedPersonRow['title'],
  ): Promise<RemindedPersonRow> {
    const { positionId } = position;
    const asked = { space: viewer.space, agreement, deadline, answers: reminders };
    const holder = await whoIsReminded(this.facts, this.directory, asked, position);
    const heldBy = standInFor(reminders, deadline, positionId);
    const isViewer = answererAmong(viewer, [{ ...position, heldBy }]) !== undefined;
    const answer =
      (holder && answerTo(reminders, deadline, holder.personId)) ??
      (isViewer ? answerTo(reminders, deadline, viewer.personId) : undefined);
    const said = handedOverBy(reminders, deadline, positionId);
    return {
      positionId,
      title: nameOf(positionId),
      organisationId: agreement.parties.find(({ signatory }) => signatory === positionId)?.partyId ?? null,
      person: holder ? { personId: holder.personId, name: holder.name } : null,
      isViewer,
      answer: answer
        ? { kind: answer.kind, at: answer.at, until: answer.kind === 'snoozed' ? answer.until : null }
        : null,
      handedOver: said
        ? {
            toPositionId: said.toPositionId ?? null,
            toTitle: said.toPositionId === undefined ? null : nameOf(said.toPositionId),
            word: said.word ?? null,
            at: said.at,
          }
        : null,
      byHand: toldByHand(reminders, deadline, positionId).map(({ toldAt, note, ...told }) => ({
        ...told,
        at: toldAt,
        note: note ?? null,
      })),
    };
  }
}

@QueryHandler(GetMessageToCopy)
export class GetMessageToCopyHandler implements IQueryHandler<GetMessageToCopy> {
  constructor(
    private readonly facts: Facts,
    private readonly numbers: NumberIndex,
    private readonly directory: ReminderDirectory,
    private readonly links: AnswerLinks,
    private readonly words: ReminderWords,
  ) {}

  async execute({
    asked: { viewer },
    agreement: reference,
    deadlineId,
    positionId,
  }: GetMessageToCopy): Promise<MessageToCopy | 'not-allowed' | undefined> {
    const found = await find(this.facts, this.numbers, viewer, reference, deadlineId);
    if (!found) return undefined;
    if (!found.mayTell) return 'not-allowed';
    const { agreement, deadline, reminders } = found;
    if (deadline.status !== 'open') return undefined;
    const position = remindedPositions(reminders, deadline, agreement).find(
      (one) => one.positionId === positionId,
    );
    const { space } = viewer;
    const asked = { space, agreement, deadline, answers: reminders };
    const holder = position && (await whoIsReminded(this.facts, this.directory, asked, position));
    if (!holder) return undefined;
    const { personId, language } = holder;
    const now = this.facts.now(space);
    const url = this.links.urlOf({
      space,
      agreementId: agreement.agreementId,
      deadlineId,
      version: deadline.version,
      positionId,
      personId,
      lastDay: lastDayOf(deadline.localDate, localDateOf(now, this.facts.zone)),
      copied: true,
    });
    const line = this.words.lineOf(whatIsAsked(deadline, agreement, now), language);
    return { language, url, text: `${line}\n${this.words.linkLabel(language)}\n${url}` };
  }
}
