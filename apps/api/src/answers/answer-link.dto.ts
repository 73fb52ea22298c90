import type { OpenedLink } from '@entente/application';
import { MAX_WORD, type Answer, type WhatIsAsked } from '@entente/reminder';
import { ApiSchema } from '@nestjs/swagger';

import { ADay, AFlag, AnInstant, AnInteger, AText, AWord, Part } from '../fields/answer-fields.js';
import { Day, Text } from '../fields/fields.js';
import { LocalTextDto } from '../fields/local-text.js';
import { ANSWER_KINDS } from '../fields/words.js';

@ApiSchema({ name: 'SnoozeByLink' })
export class SnoozeByLinkDto {
  @Day({ description: 'reminded again on that local day' })
  readonly until!: string;
}

@ApiSchema({ name: 'NotMineByLink' })
export class NotMineByLinkDto {
  @Text(MAX_WORD, { optional: true, description: 'whose it is, or why' })
  readonly word?: string;
}

@ApiSchema({ name: 'AnswerGiven' })
export class AnswerGivenDto {
  @AWord(ANSWER_KINDS, 'AnswerKind')
  readonly kind!: Answer['kind'];

  @AnInstant()
  readonly at!: string;

  @ADay({ nullable: true })
  readonly until!: string | null;
}

@ApiSchema({ name: 'SnoozeDays' })
export class SnoozeDaysDto {
  @ADay()
  readonly first!: string;

  @ADay()
  readonly last!: string;
}

@ApiSchema({ name: 'WhatIsAsked' })
class WhatIsAskedDto {
  @AWord(['signing', 'signed-copy', 'stage', 'milestone'], 'AskedKind')
  readonly kind!: WhatIsAsked['about']['kind'];

  @Part(() => LocalTextDto, { nullable: true, description: 'of the stage or the milestone' })
  readonly name!: LocalTextDto | null;

  @AText({ nullable: true })
  readonly number!: string | null;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;

  @ADay()
  readonly dueOn!: string;

  @AText()
  readonly zone!: string;

  @AFlag()
  readonly provisional!: boolean;

  @AnInteger({ description: 'negative when the day has passed' })
  readonly daysLeft!: number;
}

/** What whoever has the link is told: what the message said that it stood in. */
@ApiSchema({ name: 'AnswerLinkPage' })
export class AnswerLinkPageDto {
  @AWord(['zh', 'en'], 'Language')
  readonly language!: 'zh' | 'en';

  @Part(() => WhatIsAskedDto)
  readonly asked!: WhatIsAskedDto;

  @AWord(['open', 'ended', 'set-anew'], 'AnswerLinkStatus')
  readonly status!: OpenedLink['status'];

  @Part(() => AnswerGivenDto, { nullable: true })
  readonly answer!: AnswerGivenDto | null;

  @AnInstant({ nullable: true, description: 'they said that it is not theirs' })
  readonly notTheirsSince!: string | null;

  @Part(() => SnoozeDaysDto, { nullable: true, description: 'null: it cannot be put off any more' })
  readonly snooze!: SnoozeDaysDto | null;
}

export function pageOf({
  language,
  asked: { about, letter, due },
  status,
  answer,
  notTheirsSince,
  snooze,
}: OpenedLink): AnswerLinkPageDto {
  return {
    language,
    asked: {
      kind: about.kind,
      name: nameOf(about),
      number: letter.number ?? null,
      title: letter.title,
      dueOn: due.localDate,
      zone: due.zone,
      provisional: due.provisional,
      daysLeft: due.daysLeft,
    },
    status,
    answer: answer
      ? { kind: answer.kind, at: answer.at, until: answer.kind === 'snoozed' ? answer.until : null }
      : null,
    notTheirsSince,
    snooze,
  };
}

function nameOf(about: WhatIsAsked['about']): LocalTextDto | null {
  if (about.kind === 'stage') return about.stage;
  return about.kind === 'milestone' ? about.title : null;
}
