import type { AnswerLinks, Facts, ReminderDirectory, ReminderMailer } from '@entente/application';
import type { Database, Log } from '@entente/platform';

/** What a reminder reaches for outside this lib. */
export interface ReminderPorts {
  readonly facts: Facts;
  readonly database: Database;
  readonly directory: ReminderDirectory;
  readonly mailer: ReminderMailer;
  /** Without them messages have none. */
  readonly links?: AnswerLinks;
  /** So far back the table of settled deliveries goes; default 90. */
  readonly keptDays?: number;
  readonly log?: Log;
}
