import { ReminderWords } from '@entente/application';
import type { WhatIsAsked } from '@entente/reminder';

import { ANSWER_LABEL, lineOf } from './asked.js';
import type { Language } from './words.js';

/** Those of the messages themselves: what is passed on by hand says nothing else. */
export class WordsOfReminders extends ReminderWords {
  override lineOf(asked: WhatIsAsked, language: Language): string {
    return lineOf(language, asked);
  }

  override linkLabel(language: Language): string {
    return `${ANSWER_LABEL[language]}${language === 'zh' ? '：' : ':'}`;
  }
}
