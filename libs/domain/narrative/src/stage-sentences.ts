import type {
  DeadlineCancelled,
  DeadlineMet,
  DeadlineMissed,
  DeadlineSet,
  StageEntered,
} from '@entente/agreement';

import type { Sentence, Sentences } from './sentences.js';
import { capitalised, lowered, type Voice } from './voice.js';

/** Moves that say more than which stage follows which. */
const MOVES: Readonly<Record<string, Sentence<StageEntered>>> = {
  'submit-for-signing': {
    zh: (event, voice) => `${voice.actor(event)}将文本提交签署。`,
    en: (event, voice) => `${voice.actor(event)} submitted the agreement for signing.`,
  },
  'all-signed': {
    zh: (event, voice) => `各方均已签署，随即进入${stageOf(event, voice)}阶段。`,
    en: (event, voice) => `Every party has signed, so ${stageOf(event, voice)} began.`,
  },
  'close-declined': {
    zh: (event, voice) => `因有一方拒绝签署，${voice.actor(event)}将本次合作关闭。`,
    en: (event, voice) => `${voice.actor(event)} closed the agreement, which a party had declined to sign.`,
  },
  'reopen-drafting': {
    zh: () => '文本重新进入起草阶段。',
    en: () => 'The agreement went back to drafting.',
  },
  'enter-into-force': {
    zh: () => '签署已达到生效要求，本次合作生效。',
    en: () => 'The agreement is signed as required and is in force.',
  },
  withdraw: {
    zh: () => '本次合作已撤回。',
    en: () => 'The agreement is withdrawn.',
  },
  'submit-for-review': {
    zh: (event, voice) => `${voice.actor(event)}将合作成果提交评审。`,
    en: (event, voice) => `${voice.actor(event)} submitted the work for review.`,
  },
  conclude: {
    zh: (event, voice) => `${voice.actor(event)}宣布本次合作完成。`,
    en: (event, voice) => `${voice.actor(event)} concluded the agreement.`,
  },
  revise: {
    zh: (event, voice) => `评审要求修改，重新进入${stageOf(event, voice)}阶段。`,
    en: (event, voice) => `A revision was requested, so ${stageOf(event, voice)} resumed.`,
  },
  void: {
    zh: () => '本次合作已作废。',
    en: () => 'The agreement is void.',
  },
  expire: {
    zh: () => '期限已过，本次合作失效。',
    en: () => 'The time for it is over, so the agreement expired.',
  },
  fail: {
    zh: () => '评审未通过，本次合作终止。',
    en: () => 'The review was not passed, so the agreement was terminated.',
  },
};

export const stageSentences: Sentences<
  StageEntered | DeadlineSet | DeadlineMet | DeadlineMissed | DeadlineCancelled
> = {
  StageEntered: {
    zh: (event, voice) =>
      MOVES[event.data.transition]?.zh(event, voice) ?? `进入${stageOf(event, voice)}阶段。`,
    en: (event, voice) =>
      MOVES[event.data.transition]?.en(event, voice) ??
      (event.data.from === null
        ? `${capitalised(stageOf(event, voice))} began.`
        : `The stage “${voice.name(event.data.title)}” began.`),
  },
  DeadlineSet: {
    zh: ({ data }, voice) =>
      `${subjectOf(data, voice)}最迟于${voice.date(data.localDate)}完成${data.provisional ? '（该年放假安排尚未公布，日期暂定）' : ''}。`,
    en: ({ data }, voice) =>
      `${capitalised(subjectOf(data, voice))} is due by ${voice.date(data.localDate)}${data.provisional ? ' (provisional: the holidays of that year are not published yet)' : ''}.`,
  },
  DeadlineMet: {
    zh: ({ data }, voice) =>
      data.lateRecorded
        ? `${deadlineName(data.deadlineId, voice)}的事项已按期完成，事后补记。`
        : `${deadlineName(data.deadlineId, voice)}的事项已完成，期限随之结束。`,
    en: ({ data }, voice) =>
      data.lateRecorded
        ? `What was due for ${deadlineName(data.deadlineId, voice)} was done in time, and recorded later.`
        : `What was due for ${deadlineName(data.deadlineId, voice)} is done.`,
  },
  DeadlineMissed: {
    zh: ({ data }, voice) => `${deadlineName(data.deadlineId, voice)}逾期未完成。`,
    en: ({ data }, voice) => `The deadline of ${deadlineName(data.deadlineId, voice)} was missed.`,
  },
  DeadlineCancelled: {
    zh: ({ data }, voice) => `${deadlineName(data.deadlineId, voice)}的期限已取消。`,
    en: ({ data }, voice) => `The deadline of ${deadlineName(data.deadlineId, voice)} fell away.`,
  },
};

const SIGNED_COPY = { zh: '签署件归档', en: 'the signed copy' } as const;

function stageOf({ data }: Pick<StageEntered, 'data'>, voice: Voice): string {
  return lowered(voice.text(data.title) ?? data.to);
}

/** `signing-19`, `milestone-{id}` → what the deadline is about. */
export function deadlineName(deadlineId: string, voice: Voice): string {
  const milestone = /^milestone-(.+)$/u.exec(deadlineId)?.[1];
  if (milestone !== undefined) return voice.milestone(milestone);
  if (/^signed-copy-\d+$/u.test(deadlineId)) return SIGNED_COPY[voice.language];
  const stage = deadlineId.replace(/-\d+$/u, '');
  return voice.language === 'zh' ? `${voice.stage(stage)}阶段` : `the ${voice.stage(stage)} stage`;
}

function subjectOf({ kind, subject }: DeadlineSet['data'], voice: Voice): string {
  if (kind === 'milestone') return voice.milestone(subject);
  if (kind === 'signed-copy') return SIGNED_COPY[voice.language];
  return voice.language === 'zh' ? `${voice.stage(subject)}阶段` : voice.stage(subject);
}
