import type { Language } from '@entente/agreement';

import { agreementRefusals } from './agreement-refusals.js';
import { definitionRefusals } from './definition-refusals.js';
import { meetingRefusals } from './meeting-refusals.js';
import { otherRefusals } from './other-refusals.js';
import { RefusalWords, type RefusalCode, type RefusalFacts, type RefusalSentences } from './refusal-words.js';

export type { RefusalCode, RefusalFacts } from './refusal-words.js';

export const refusalSentences: RefusalSentences<RefusalCode> = {
  ...agreementRefusals,
  ...definitionRefusals,
  ...meetingRefusals,
  ...otherRefusals,
};

/** Why it was refused and what would be right, for the person who asked. A code from elsewhere is told by its name. */
export function refusalSentence(
  code: RefusalCode | (string & {}),
  facts: RefusalFacts | undefined,
  language: Language,
): string {
  if (!Object.hasOwn(refusalSentences, code)) {
    return language === 'zh' ? `操作未被接受（${code}）。` : `This was refused (${code}).`;
  }
  const told = refusalSentences[code as RefusalCode][language];
  return typeof told === 'string' ? told : told(new RefusalWords(language, facts ?? {}));
}
