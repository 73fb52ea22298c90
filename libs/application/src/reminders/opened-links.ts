import { localDateOf } from '@entente/calendar';
import {
  answerTo,
  deadlineOf,
  handedBack,
  remindedPositions,
  snoozeDays,
  whatIsAsked,
  type Answer,
  type RemindedAgreement,
  type RemindedDeadline,
  type Reminders,
  type WhatIsAsked,
} from '@entente/reminder';
import { Injectable } from '@nestjs/common';

import { AnswerLinks, type AnswerLink } from '../ports/answer-links.js';
import { Facts } from '../ports/facts.js';
import { ReminderDirectory } from '../ports/reminder-directory.js';
import { readRemindedLetter, readRemindersOf } from './reminder-history.js';
import { whoIsReminded } from './who-is-reminded.js';

export type LinkFault =
  /** Nobody of this installation made it, or what it was about is not there. */
  | 'answer-link-unknown'
  | 'answer-link-expired'
  /** Whoever it was made for is not the one who is reminded any more. */
  | 'answer-link-passed-on';

/** What whoever opened a link is told: no more than the message it stood in. */
export interface OpenedLink {
  readonly link: AnswerLink;
  readonly language: 'zh' | 'en';
  readonly asked: WhatIsAsked;
  /** `ended`: nothing is asked any more; `set-anew`: another message tells of the new date. */
  readonly status: 'open' | 'ended' | 'set-anew';
  readonly answer: Answer | null;
  /** They said that it is not theirs, and since when. */
  readonly notTheirsSince: string | null;
  /** The days on which they can ask to be reminded again; null: there is none any more. */
  readonly snooze: { readonly first: string; readonly last: string } | null;
}

/** Reads links, and changes nothing: mail programs follow them before people do. */
@Injectable()
export class OpenedLinks {
  constructor(
    private readonly facts: Facts,
    private readonly directory: ReminderDirectory,
    private readonly links: AnswerLinks,
  ) {}

  async open(token: string): Promise<OpenedLink | LinkFault> {
    const link = this.links.read(token);
    if (!link) return 'answer-link-unknown';
    const { space, agreementId } = link;
    const { facts } = this;
    if (localDateOf(facts.now(space), facts.zone) > link.lastDay) return 'answer-link-expired';
    const { reminded: agreement } = await readRemindedLetter(facts, space, agreementId);
    const reminders = await readRemindersOf(facts, space, agreementId);
    const deadline = deadlineOf({ ...link, step: '' }, agreement);
    if (!agreement || !deadline) return 'answer-link-unknown';
    const person = await this.#holderOf(link, agreement, reminders);
    if (person?.personId !== link.personId) return 'answer-link-passed-on';
    const now = facts.now(space);
    return {
      ...standing(link, deadline, reminders, now),
      language: person.language,
      asked: whatIsAsked(deadline, agreement, now),
    };
  }

  #holderOf(link: AnswerLink, agreement: RemindedAgreement, reminders: Reminders) {
    const { space, positionId } = link;
    const position = remindedPositions(reminders, link, agreement).find(
      (one) => one.positionId === positionId,
    );
    const asked = { space, agreement, deadline: link, answers: reminders };
    return whoIsReminded(this.facts, this.directory, asked, position ?? { positionId });
  }
}

function standing(
  link: AnswerLink,
  deadline: RemindedDeadline,
  reminders: Reminders,
  now: string,
): Omit<OpenedLink, 'language' | 'asked'> {
  const isNewest = deadline.version === link.version;
  const status = deadline.status !== 'open' ? 'ended' : isNewest ? 'open' : 'set-anew';
  const back = handedBack(reminders, link, link.positionId);
  const days = snoozeDays(deadline, now);
  return {
    link,
    status,
    answer: answerTo(reminders, link, link.personId) ?? null,
    notTheirsSince: back?.personId === link.personId ? back.at : null,
    snooze: status === 'open' && days.first <= days.last ? days : null,
  };
}
