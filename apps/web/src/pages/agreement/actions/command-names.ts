import type { CommandName, PossibleCommand } from '../../../api/types.js';

/** Something this reader can do now. */
export interface Possible extends Omit<PossibleCommand, 'command'> {
  readonly command: CommandName;
}

/** `RecordSignature`, as an agreement lists what is possible, to `record-signature`, as paths spell it. */
export const pathName = (command: string): CommandName =>
  command.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase() as CommandName;

/** What is possible for one post of a party's route is begun for that one. */
export const presetOf = ({ partyId, post }: Possible): { partyId?: string; post?: string } =>
  partyId === undefined || post === undefined ? {} : { partyId, post };

/** Buttons of the next step, the most awaited first. What belongs to one milestone or line stands there. */
export const NEXT: readonly CommandName[] = [
  'approve-text',
  'endorse-text',
  'name-approvers',
  'record-signature',
  'submit-for-signing',
  'give-verdict',
  'conclude-agreement',
  'name-signatory',
  'plan-milestone',
  'submit-for-review',
  'close-declined',
  'archive-agreement',
];

/** Of the ways below, those that break nothing off. */
export const HARMLESS: readonly CommandName[] = ['return-text', 'assign-desk', 'hand-over-signing'];

/** Ways out of the usual course: never the first thing one sees. */
export const AGAINST: readonly CommandName[] = [
  'return-text',
  'assign-desk',
  'hand-over-signing',
  'decline-signing',
  'reopen-drafting',
  'withdraw-agreement',
  'void-agreement',
];
