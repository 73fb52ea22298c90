import { maySeeOutbox } from '@entente/access';
import {
  Facts,
  GetOutageReport,
  NameDirectory,
  NumberIndex,
  readAgreement,
  type LateReminder,
  type OutageReport,
} from '@entente/application';
import { isUnreadable } from '@entente/event-sourcing';
import { Database } from '@entente/platform';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { Deliveries, type LateDelivery } from './deliveries/deliveries.js';

/** An outage is spoken of for so long. */
const DAYS = 30;
const SHOWN = 50;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** What was late and by how much, of the time from which somebody's hours let it go out: a night is no outage. */
@QueryHandler(GetOutageReport)
export class OutageReportHandler implements IQueryHandler<GetOutageReport> {
  readonly #deliveries: Deliveries;

  constructor(
    database: Database,
    private readonly facts: Facts,
    private readonly numbers: NumberIndex,
    private readonly names: NameDirectory,
  ) {
    this.#deliveries = new Deliveries(database);
  }

  async execute({ asked, minutes }: GetOutageReport): Promise<OutageReport | undefined> {
    const { viewer } = asked;
    if (!maySeeOutbox(viewer)) return undefined;
    const { space } = viewer;
    const since = new Date(Date.parse(this.facts.now(space)) - DAYS * DAY_MS).toISOString();
    const { total, worstMs, latest } = await this.#deliveries.late(space, since, minutes, SHOWN);
    const names = await this.names.namesOf(space, [...new Set(latest.map(({ personId }) => personId))]);
    const items: LateReminder[] = [];
    for (const late of latest) {
      const letter = await this.#letter(viewer, late);
      const person = { personId: late.personId, name: names.get(late.personId) ?? null };
      if (letter) items.push({ ...letter, person, ...timesOf(late) });
    }
    return { since, total, worstMinutes: Math.floor(worstMs / MINUTE_MS), items };
  }

  async #letter(
    viewer: GetOutageReport['asked']['viewer'],
    { agreementId, deadlineId, step }: LateDelivery,
  ): Promise<Pick<LateReminder, 'agreementId' | 'number' | 'title' | 'deadlineId' | 'step'> | undefined> {
    try {
      const read = await readAgreement(this.facts.store, this.numbers, viewer, agreementId);
      if (!read) return undefined;
      const { number, title } = read.agreement;
      return { agreementId, number: number ?? null, title, deadlineId, step };
    } catch (error) {
      // One that cannot be read keeps nobody from the others.
      if (isUnreadable(error)) return undefined;
      throw error;
    }
  }
}

function timesOf({
  opensAt,
  sentAt,
}: LateDelivery): Pick<LateReminder, 'opensAt' | 'sentAt' | 'lateMinutes'> {
  const lateMs = Date.parse(sentAt) - Date.parse(opensAt);
  return { opensAt, sentAt, lateMinutes: Math.floor(lateMs / MINUTE_MS) };
}
