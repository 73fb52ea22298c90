/** The clock of the demo: people move it ahead to see what time brings. No other space's can be moved. */
export abstract class DemoClock {
  /** By how much it is ahead of the real time, in milliseconds. */
  abstract offsetMs(): number;
  /** Goes ahead by whole working days of the demo's calendar, to the same time of the day; answers its new time. */
  abstract advance(workingDays: number): Promise<string>;
}
