import { describe, it } from '@jest/globals';

import { isRequired, type Need } from './needs.js';
import { NOT_RUN } from './not-run-reporter.js';

/**
 * A describe block that is skipped, with its reason printed at the end of the run, when the need is not met.
 * REQUIRE_SERVICES (names as in `needs`, separated by commas) turns the skip into a failure.
 */
export function describeIf(need: Need, title: string, body: () => void): void {
  if (need.find() !== undefined) {
    describe(title, body);
  } else if (isRequired(need)) {
    it(`${title}: needs ${need.name}`, () => {
      throw new Error(`${need.name} is required here but was not found: ${need.enable}`);
    });
  } else {
    describe.skip(`${title} (${NOT_RUN}${need.name} (${need.enable}))`, body);
  }
}
