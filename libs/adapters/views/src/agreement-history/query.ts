import type { Viewer } from '@entente/access';
import {
  Facts,
  freshness,
  GetHistory,
  namedIn,
  NameDirectory,
  namesFor,
  NumberIndex,
  readAgreement,
  ViewProgress,
  ViewStatus,
  type HistoryLine,
  type Page,
} from '@entente/application';
import { streamName, type EventEnvelope } from '@entente/event-sourcing';
import { entryTitle, sentence, type Names } from '@entente/narrative';
import { Database } from '@entente/platform';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql, type Selectable } from 'kysely';

import { cursorOf } from '../cursor.js';
import { atOneMoment, pageOf, pageSize } from '../page.js';
import { reminderEntries } from './reminder-entries.js';
import { AGREEMENT_HISTORY, type AgreementHistoryTable } from './table.js';

type Stored = Selectable<AgreementHistoryTable>;
interface Found {
  readonly rows: readonly Stored[];
  readonly total: number;
}

const historyCursor = cursorOf('history', 'number');

/** Newest first. Sentences are made here, with the names of now: a name that was erased is in none of them. */
@QueryHandler(GetHistory)
export class GetHistoryHandler implements IQueryHandler<GetHistory> {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly numbers: NumberIndex,
    private readonly names: NameDirectory,
    private readonly progress: ViewProgress,
    private readonly status: ViewStatus,
  ) {}

  async execute({ asked, agreement, paging, of }: GetHistory): Promise<Page<HistoryLine> | undefined> {
    const [before] = paging.cursor === undefined ? [] : historyCursor.read(paging.cursor);
    const { space } = asked.viewer;
    // Asked of the log itself, like everywhere: what a viewer may see must not depend on how far a view is.
    const read = await readAgreement(this.facts.store, this.numbers, asked.viewer, agreement);
    if (!read) return undefined;
    const stream = streamName(space, 'agreement', read.agreementId);
    const shown = await freshness(this.progress, this.status, AGREEMENT_HISTORY, asked, [stream]);
    const size = pageSize(paging);
    const { rows: stored, total } =
      of === 'reminders'
        ? await this.#reminders(asked.viewer, read.agreementId, size + 1, before)
        : await this.#entries(stream, read.hidden, before, size + 1);
    const rows = await this.facts.read(stored);
    const found = await this.names.namesOf(space, namedIn(rows.flatMap(({ events }) => events)));
    const definition = await this.facts.definitionOf(space, read.agreement.definition);
    const names = namesFor(found, read.agreement.milestones, definition);
    const page = pageOf(
      rows,
      size,
      (row) => lineOf(row, names),
      ({ revision }) => historyCursor.write(revision),
    );
    return { ...page, total, freshness: shown };
  }

  /** From the log itself: they are few, and seldom asked for. */
  async #reminders(
    viewer: Viewer,
    agreementId: string,
    limit: number,
    before = Number.POSITIVE_INFINITY,
  ): Promise<Found> {
    const all = await reminderEntries(this.facts.store, viewer, agreementId);
    const rows = all.filter(({ revision }) => revision < before).slice(0, limit);
    return { rows, total: all.length };
  }

  #entries(
    stream: string,
    hidden: ReadonlySet<string>,
    before: number | undefined,
    limit: number,
  ): Promise<Found> {
    return atOneMoment(this.database, async (tables) => {
      const all = tables
        .selectFrom('views.agreement_history')
        .where('stream', '=', stream)
        .where('command_id', '<>', sql<string>`ALL (${[...hidden]}::text[])`);
      // As bigint: a cursor may hold more than the column does.
      const earlier = before === undefined ? all : all.where('revision', '<', sql<number>`${before}::bigint`);
      const rows = await earlier.selectAll().orderBy('revision', 'desc').limit(limit).execute();
      const { total } = await all
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return { rows, total };
    });
  }
}

function lineOf({ command_id, revision, events, retracted }: Stored, names: Names): HistoryLine {
  const [first] = events;
  if (!first) throw new Error(`the entry ${command_id} has no events`);
  const { actor, actingAs, recordedAt, effectiveOn = null } = first;
  return {
    commandId: command_id,
    revision,
    recordedAt,
    effectiveOn,
    actor: { id: actor, name: names.person(actor) ?? null },
    actingAs: actingAs === undefined ? null : { id: actingAs, title: names.position(actingAs) ?? null },
    title: { zh: entryTitle(events, names, 'zh'), en: entryTitle(events, names, 'en') },
    events: events.map((event) => ({
      revision: event.revision,
      type: event.type,
      sentence: told(event, names),
    })),
    retracted,
  };
}

function told(event: EventEnvelope, names: Names): HistoryLine['title'] {
  return { zh: sentence(event, names, 'zh'), en: sentence(event, names, 'en') };
}
