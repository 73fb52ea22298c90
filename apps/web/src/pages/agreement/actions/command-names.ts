import type { CommandName, PossibleCommand } from '../../../api/types.js';

/** Something this reader can do now. */
export interface Possible extends Omit<PossibleCommand, 'command'> {
  readonly command: CommandName;
}

/** `RecordSignature`, as an agreement lists what is possible, to `record-signature`, as paths spell it. */
export const pathName = (command: string): CommandName =>
  command.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase() as CommandName;

/** Buttons of the next step, the most awaited first. What belongs to one milestone or line stands there. */
export const NEXT: readonly CommandName[] = [
  'approve-text',
  'record-signature',
  'submit-for-signing',
  'give-verdict',
  'conclude-agreement',
  'name-signatory',
  'plan-milestone',
  'submit-for-review',
  'close-declined',
];

/** Of the ways below, those that break nothing off. */
export const HARMLESS: readonly CommandName[] = ['assign-desk', 'hand-over-signing'];

/** Ways out of the usual course: never the first thing one sees. */
export const AGAINST: readonly CommandName[] = [
  'assign-desk',
  'hand-over-signing',
  'decline-signing',
  'reopen-drafting',
  'withdraw-agreement',
  'void-agreement',
];
