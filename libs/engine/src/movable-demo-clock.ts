import { DemoClock, type Facts } from '@entente/application';
import { addWorkingDays, localDateOf } from '@entente/calendar';
import type { SpaceClocks } from '@entente/platform';

const DEMO = 'demo';

/** The demo's clock in the database, where every process sees it. */
export class MovableDemoClock extends DemoClock {
  constructor(
    private readonly clocks: SpaceClocks,
    private readonly facts: Facts,
  ) {
    super();
  }

  override offsetMs(): number {
    return this.clocks.demoOffsetMs;
  }

  override async advance(workingDays: number): Promise<string> {
    const { zone } = this.facts;
    const now = this.facts.now(DEMO);
    const { date } = addWorkingDays(await this.facts.calendarsNow(DEMO), localDateOf(now, zone), workingDays);
    const { year, month, day } = Temporal.PlainDate.from(date);
    const moved = Temporal.Instant.from(now).toZonedDateTimeISO(zone).with({ year, month, day }).toInstant();
    await this.clocks.setDemoClock(moved.toString({ smallestUnit: 'millisecond' }));
    return this.facts.now(DEMO);
  }
}
