import fc from 'fast-check';

import { casesOf, dateOf, wrongAt, wrongEndOf } from '../zones/check-zones.js';
import { NaiveZone } from '../zones/naive-zone.js';
import { mustHold, type Fault } from './fault.js';

const SHORT_ZONES = 40;

export const fault: Fault = {
  id: 'R10',
  title: 'every time zone goes through every change of its offset from 2026 to 2040',
  run({ short, say }) {
    const names = Intl.supportedValuesOf('timeZone').filter((_, index) => !short || index % 11 === 0);
    const zones = names.slice(0, short ? SHORT_ZONES : names.length).map((name) => new NaiveZone(name));
    say(`${zones.length} zones looked at by their clocks`);
    let changes = 0;
    let enumerated = 0;
    for (const zone of zones) {
      changes += zone.offsets.length - 1;
      for (const [date, time] of casesOf(zone)) {
        enumerated += 1;
        const wrong = wrongAt(zone, date, time) ?? wrongEndOf(zone, date);
        mustHold(wrong === undefined, wrong ?? '');
      }
    }
    say(`${enumerated} times around ${changes} changes of offset`);
    const numRuns = short ? 5_000 : 100_000;
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2026), max: Date.UTC(2040, 11, 28) }),
        fc.integer({ min: 0, max: 1_439 }),
        (zone, ms, minute) => {
          const wrong = wrongAt(zone, dateOf(ms), new Date(minute * 60_000).toISOString().slice(11, 16));
          mustHold(wrong === undefined, wrong ?? '');
        },
      ),
      { numRuns },
    );
    return Promise.resolve({
      zones: zones.length,
      'changes of offset': changes,
      'times around them': enumerated,
      'times at random': numRuns,
      'not exactly once': 0,
    });
  },
};
