import type {
  AgreementFact,
  DefinitionPublished,
  Language,
  ReferenceNumberAssigned,
} from '@entente/agreement';
import type { CalendarPublished, DeskFact, OrganisationFact, PersonFact } from '@entente/directory';
import type { Fact } from '@entente/event-sourcing';
import type { MeetingFact } from '@entente/meeting';
import type { ReminderFact } from '@entente/reminder';

import { agreementSentences } from './agreement-sentences.js';
import { calendarSentences } from './calendar-sentences.js';
import { deskSentences } from './desk-sentences.js';
import { definitionSentences } from './definition-sentences.js';
import { directorySentences } from './directory-sentences.js';
import { meetingSentences } from './meeting-sentences.js';
import { reminderSentences } from './reminder-sentences.js';
import type { Sentence, Sentences } from './sentences.js';
import { Voice, type AnyEvent, type Names } from './voice.js';

export type NarratedFact =
  | DefinitionPublished
  | CalendarPublished
  | AgreementFact
  | ReferenceNumberAssigned
  | OrganisationFact
  | PersonFact
  | DeskFact
  | ReminderFact
  | MeetingFact;

export const sentences: Sentences<NarratedFact> = {
  ...agreementSentences,
  ...definitionSentences,
  ...calendarSentences,
  ...directorySentences,
  ...deskSentences,
  ...reminderSentences,
  ...meetingSentences,
};

/** One sentence that tells the event, in the language asked for; names that are gone are left open. */
export function sentence(event: AnyEvent, names: Names, language: Language): string {
  const voice = new Voice(language, names);
  // One table holds all types, so the compiler cannot pair this event with its sentence; the key does.
  const told = Object.hasOwn(sentences, event.type)
    ? (sentences[event.type as NarratedFact['type']] as Sentence<Fact<string, object>>)
    : undefined;
  if (told) return told[language](event, voice);
  return language === 'zh'
    ? `记录了一项“${event.type}”。`
    : `An event of the type “${event.type}” was recorded.`;
}
