import {
  AnswerLinks,
  GetMessageToCopyHandler,
  ListRemindedPeopleHandler,
  OpenedLinks,
  ReminderDirectory,
  ReminderWords,
  type Facts,
} from '@entente/application';
import { SignedAnswerLinks } from '@entente/identity';
import { WordsOfReminders } from '@entente/notification';

import type { MemoryDirectory } from './memory-directory.js';

export const answerHandlers = [ListRemindedPeopleHandler, GetMessageToCopyHandler];

/** What answers to reminders stand on. */
export function answerPorts(facts: Facts, directory: MemoryDirectory) {
  const links = new SignedAnswerLinks(Buffer.alloc(32, 7), 'https://entente.example.org');
  // As much of it as is asked for here.
  const holders = directory as unknown as ReminderDirectory;
  return [
    { provide: ReminderDirectory, useValue: holders },
    { provide: AnswerLinks, useValue: links },
    { provide: OpenedLinks, useValue: new OpenedLinks(facts, holders, links) },
    { provide: ReminderWords, useValue: new WordsOfReminders() },
  ];
}
