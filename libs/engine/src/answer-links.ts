import type { AnswerLinks, Facts } from '@entente/application';
import { SignedAnswerLinks } from '@entente/identity';

const KEY_USE = 'entente answer link v1';

/** One for the process that writes messages and the one that is asked: both know the installation's key. */
export function answerLinks(facts: Pick<Facts, 'mac'>, publicUrl: string): AnswerLinks {
  return new SignedAnswerLinks(Buffer.from(facts.mac(KEY_USE), 'hex'), publicUrl);
}
