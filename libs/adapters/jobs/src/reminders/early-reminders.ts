import { silentLog } from '@entente/platform';

import type { Assigner } from './assigner.js';
import type { Deliveries } from './deliveries/deliveries.js';
import type { Plan } from './plan.js';
import type { ReminderPorts } from './reminder-ports.js';

/** What goes to people whose hours begin before a reminder's own time, for which its job would come too late. */
export class EarlyReminders {
  constructor(
    private readonly ports: ReminderPorts,
    private readonly plan: Plan,
    private readonly deliveries: Deliveries,
    private readonly assigner: Assigner,
    private readonly dispatchTo: (space: string, personId: string) => Promise<unknown>,
  ) {}

  /** Assigns ahead on the way. Never throws: another time makes it good. */
  async run(signal: AbortSignal): Promise<void> {
    const { facts, log = silentLog } = this.ports;
    try {
      for (const space of await this.plan.spaces()) {
        await this.assigner.ready(space);
        const people = await this.deliveries.earlyPeople(space, facts.now(space));
        for (const personId of people) if (!signal.aborted) await this.#remind(space, personId);
      }
    } catch (error) {
      log.warn({ err: error }, 'reminders could not be assigned ahead');
    }
  }

  async #remind(space: string, personId: string): Promise<void> {
    const { log = silentLog } = this.ports;
    try {
      await this.dispatchTo(space, personId);
    } catch (error) {
      log.warn({ space, personId, err: error }, 'a reminder did not go out yet');
    }
  }
}
