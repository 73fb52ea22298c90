import type { Decider } from '@entente/event-sourcing';

import type { MeetingCommand } from './commands.js';
import type { MeetingContext } from './context.js';
import { decide } from './decide.js';
import type { MeetingFact } from './events.js';
import { evolve } from './evolve.js';
import type { MeetingRefusalCode } from './refusals.js';
import type { Meeting } from './state.js';

export const meetingDecider: Decider<
  Meeting,
  MeetingCommand,
  MeetingFact,
  MeetingContext,
  MeetingRefusalCode
> = {
  initial: { status: 'none' },
  schemaVersions: {
    MeetingPlanned: 1,
    MeetingMoved: 1,
    LetterPlaced: 1,
    LetterRemoved: 1,
    AttendanceRecorded: 1,
    AttendanceRemoved: 1,
    MeetingHeld: 1,
    LettersReportedSigned: 1,
    LetterSigned: 1,
    LetterNotSigned: 1,
    LetterPostponed: 2,
    MinutesWritten: 1,
  },
  upcasters: {
    // The meeting it is postponed to came to the day there was.
    LetterPostponed: [(data) => data],
  },
  sealed: {
    LettersReportedSigned: { fields: ['evidence'], under: 'entry' },
    LetterPostponed: { fields: ['reason'], under: 'entry' },
    MinutesWritten: { fields: ['text'], under: 'entry' },
  },
  decide,
  evolve,
};
