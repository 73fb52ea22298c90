import type { WhatIsAsked } from '@entente/reminder';

/** The words of reminders, for those who pass them on by hand. */
export abstract class ReminderWords {
  /** One line: what is asked, of which letter, and by when. */
  abstract lineOf(asked: WhatIsAsked, language: 'zh' | 'en'): string;
  /** What stands before the link. */
  abstract linkLabel(language: 'zh' | 'en'): string;
}
