import type { RemindedOf } from '@entente/application';
import type { WhatIsAsked } from '@entente/reminder';

import { dateInWords, inLanguage, lowered, oneLine, type Language } from './words.js';

/** What is asked of somebody, as a heading and as a sentence. */
export interface Asked {
  readonly subject: string;
  readonly sentence: string;
}

export type Told = WhatIsAsked & Pick<RemindedOf, 'escalated' | 'stuckSince'>;

export function askedIn(language: Language, of: Told): Asked {
  const isChinese = language === 'zh';
  if (of.escalated !== undefined) return isChinese ? takenUpInChinese(of) : takenUpInEnglish(of);
  if (of.stuckSince !== undefined) {
    const day = dateInWords(of.stuckSince, language);
    return isChinese ? stuckInChinese(of, day) : stuckInEnglish(of, day);
  }
  return isChinese ? dutyInChinese(of) : dutyInEnglish(of);
}

function dutyInChinese({ about, due }: WhatIsAsked): Asked {
  const coming = due.daysLeft < 0 ? '已逾期' : '即将到期';
  switch (about.kind) {
    case 'signing':
      return { subject: '请签署', sentence: '以下文件等待贵方签署。' };
    case 'signed-copy':
      return { subject: '请归档签署件', sentence: '以下文件已签署完毕，请扫描签署件并归档。' };
    case 'milestone': {
      const title = titleOf(about, 'zh');
      return { subject: `里程碑“${title}”${coming}`, sentence: `由贵方负责的里程碑“${title}”尚未完成。` };
    }
    case 'stage': {
      const stage = stageOf(about, 'zh');
      return { subject: `${stage}阶段${coming}`, sentence: `以下文件处于${stage}阶段，请您推进。` };
    }
    default: {
      const never: never = about;
      return never;
    }
  }
}

function dutyInEnglish({ about, due }: WhatIsAsked): Asked {
  const coming = due.daysLeft < 0 ? 'overdue' : 'due';
  switch (about.kind) {
    case 'signing':
      return {
        subject: 'Signature requested',
        sentence: 'This letter is waiting for your side’s signature.',
      };
    case 'signed-copy':
      return {
        subject: 'Signed copy to file',
        sentence: 'This letter has been signed; a scan of the signed copy is still to be filed.',
      };
    case 'milestone': {
      const title = titleOf(about, 'en');
      return {
        subject: `Milestone “${title}” ${coming}`,
        sentence: `The milestone “${title}”, for which your side is responsible, has not been completed yet.`,
      };
    }
    case 'stage': {
      const stage = stageOf(about, 'en');
      return {
        subject: `End of ${lowered(stage)} ${coming}`,
        sentence: `This letter is at the stage “${stage}” and is waiting for you to move it on.`,
      };
    }
    default: {
      const never: never = about;
      return never;
    }
  }
}

function takenUpInChinese({ about }: WhatIsAsked): Asked {
  const asked = (subject: string, what: string): Asked => ({
    subject: `逾期上报：${subject}`,
    sentence: `${what}，现上报，请您督促。`,
  });
  switch (about.kind) {
    case 'signing':
      return asked('未签署', '以下文件逾期未签署');
    case 'signed-copy':
      return asked('签署件未归档', '以下文件的签署件逾期未归档');
    case 'milestone': {
      const title = titleOf(about, 'zh');
      return asked(`里程碑“${title}”未完成`, `里程碑“${title}”逾期未完成`);
    }
    case 'stage': {
      const stage = stageOf(about, 'zh');
      return asked(`${stage}阶段未结束`, `以下文件的${stage}阶段已逾期`);
    }
    default: {
      const never: never = about;
      return never;
    }
  }
}

function takenUpInEnglish({ about }: WhatIsAsked): Asked {
  switch (about.kind) {
    case 'signing':
      return {
        subject: 'Overdue signature',
        sentence: 'The signature on this letter is overdue. Please see to it that it is given.',
      };
    case 'signed-copy':
      return {
        subject: 'Overdue signed copy',
        sentence: 'The signed copy of this letter is overdue. Please see to it that it is filed.',
      };
    case 'milestone': {
      const title = titleOf(about, 'en');
      return {
        subject: `Overdue milestone “${title}”`,
        sentence: `The milestone “${title}” is overdue. Please see to it that it is completed.`,
      };
    }
    case 'stage': {
      const stage = stageOf(about, 'en');
      return {
        subject: `Overdue end of ${lowered(stage)}`,
        sentence: `The stage “${stage}” of this letter is overdue. Please see to it that the letter moves on.`,
      };
    }
    default: {
      const never: never = about;
      return never;
    }
  }
}

function stuckInChinese(of: WhatIsAsked, day: string): Asked {
  const { about } = of;
  const name = about.kind === 'stage' ? `${stageOf(about, 'zh')}阶段` : '签署';
  return { subject: `${name}久无进展`, sentence: `自${day}起没有任何进展。${dutyInChinese(of).sentence}` };
}

function stuckInEnglish(of: WhatIsAsked, day: string): Asked {
  const { about } = of;
  const name = about.kind === 'stage' ? lowered(stageOf(about, 'en')) : 'signing';
  return {
    subject: `No progress in ${name}`,
    sentence: `Nothing has happened since ${day}. ${dutyInEnglish(of).sentence}`,
  };
}

function titleOf(
  { title }: Extract<WhatIsAsked['about'], { kind: 'milestone' }>,
  language: Language,
): string {
  return oneLine(inLanguage(title, language));
}

function stageOf({ stage }: Extract<WhatIsAsked['about'], { kind: 'stage' }>, language: Language): string {
  return oneLine(inLanguage(stage, language));
}
