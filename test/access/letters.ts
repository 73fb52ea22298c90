import { commands, letterIn } from '../support/agreement-builders.js';

/** In joint research, with a milestone of the base and an override asked for by the coordinator. */
export const letter = letterIn('joint-research').after(commands.planResearch).after(commands.void);
/** Of the same parties, asked to be signed. */
export const awaiting = letterIn('signing');
export const AWAITING = '40000000-0000-4000-8000-000000000002';
export const MEETING_ID = '60000000-0000-4000-8000-000000000001';
/** Stands for the hash of the file that was filed. */
export const FILED = '{sha256}';
