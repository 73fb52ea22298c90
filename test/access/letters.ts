import { commands, letterIn } from '../support/agreement-builders.js';

/** In joint research, with two milestones of the base and an override asked for by the coordinator. */
export const letter = letterIn('joint-research')
  .after(commands.planResearch)
  // Not due before long, so that it is taken to nobody further up while the table is asked.
  .after({ ...commands.planResearch, dueOn: '2031-06-30' })
  .after(commands.void);
const milestone = letter.state.deadlines.find(({ localDate }) => localDate === '2031-06-30');
/** Of the later milestone: the base's signatory is reminded of it. */
export const DEADLINE_ID = milestone?.deadlineId ?? '';
/** Of the same parties, asked to be signed. */
export const awaiting = letterIn('signing');
export const AWAITING = '40000000-0000-4000-8000-000000000002';
export const MEETING_ID = '60000000-0000-4000-8000-000000000001';
/** Stands for the hash of the file that was filed. */
export const FILED = '{sha256}';
