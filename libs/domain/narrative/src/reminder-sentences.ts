import type { DeadlineKind } from '@entente/agreement';
import type { CloseReason, ReminderFact, ReminderSent, SuppressReason } from '@entente/reminder';

import { answerSentences } from './answer-sentences.js';
import type { Sentences } from './sentences.js';
import { deadlineName } from './stage-sentences.js';
import { capitalised, type Voice } from './voice.js';

type Texts<Word extends string> = Readonly<Record<Word, { readonly zh: string; readonly en: string }>>;

const SUPPRESSED: Texts<SuppressReason> = {
  'already-signed': { zh: '该方已签署', en: 'the party has signed already' },
  'deadline-met': { zh: '事项已完成', en: 'it is done already' },
  'deadline-cancelled': { zh: '期限已取消', en: 'the deadline was cancelled' },
  'entry-retracted': { zh: '相关记录已撤销', en: 'the entry that set the deadline was taken back' },
  superseded: { zh: '已由更新的提醒代替', en: 'a newer reminder says it all' },
  'moved-on': { zh: '之后已有进展', en: 'something has happened since' },
  'no-recipient': { zh: '没有应提醒的对象', en: 'it is nobody’s turn' },
  'no-holder': { zh: '该职位无人担任', en: 'nobody fills the position' },
  'no-address': { zh: '没有邮箱地址', en: 'there is no address' },
  rejected: { zh: '邮件服务器拒收', en: 'the mail server rejected it' },
  acknowledged: { zh: '本人已表示正在办理', en: 'they said that they are on it' },
  snoozed: { zh: '本人要求稍后提醒', en: 'they asked to be reminded later' },
  'not-theirs': { zh: '本人表示非其负责', en: 'they said that it is not theirs' },
  bounced: { zh: '发往该地址的邮件被退回', en: 'mail to the address came back' },
  muted: { zh: '暂停提醒', en: 'reminders are muted' },
};

const CLOSED: Texts<CloseReason> = {
  'deadline-met': { zh: '事项已完成', en: 'it is done' },
  'deadline-cancelled': { zh: '期限已取消', en: 'the deadline was cancelled' },
  'entry-retracted': { zh: '相关记录已撤销', en: 'the entry that set the deadline was taken back' },
  superseded: { zh: '期限已重新设定', en: 'the deadline was set anew' },
};

const CHANNELS: Texts<ReminderSent['data']['channel']> = {
  email: { zh: '通过电子邮件', en: 'by e-mail' },
  inbox: { zh: '通过站内收件箱', en: 'in their inbox' },
  outbox: { zh: '通过发件箱', en: 'through the outbox' },
};

const KINDS: Texts<DeadlineKind> = {
  stage: { zh: '阶段期限', en: 'the ends of stages' },
  milestone: { zh: '里程碑', en: 'milestones' },
  'signed-copy': { zh: '签署件归档', en: 'the signed copy' },
};

export const reminderSentences: Sentences<ReminderFact> = {
  ReminderSent: {
    zh: ({ data }, voice) =>
      `已${CHANNELS[data.channel].zh}提醒${voice.position(data.positionId)}${voice.person(data.personId)}：${about(data, voice)}。`,
    en: ({ data }, voice) =>
      `${capitalised(voice.person(data.personId))}, ${voice.position(data.positionId)}, was reminded ${CHANNELS[data.channel].en} of ${about(data, voice)}.`,
  },
  ReminderSuppressed: {
    zh: ({ data }, voice) => {
      const whom = data.personId === undefined ? '' : `发给${voice.person(data.personId)}的`;
      return `${whom}提醒未发送（${about(data, voice)}）：${SUPPRESSED[data.reason].zh}。`;
    },
    en: ({ data }, voice) => {
      const whom = data.personId === undefined ? '' : ` to ${voice.person(data.personId)}`;
      return `The reminder${whom} of ${about(data, voice)} was held back: ${SUPPRESSED[data.reason].en}.`;
    },
  },
  ReminderBounced: {
    zh: ({ data }, voice) =>
      `提醒${voice.person(data.personId)}的邮件被退回（${about(data, voice)}），退信代码${data.status}。`,
    en: ({ data }, voice) =>
      `The mail that reminded ${voice.person(data.personId)} of ${about(data, voice)} came back (${data.status}).`,
  },
  ReminderPolicySet: {
    zh: (event, voice) => {
      const what = KINDS[event.data.kind].zh;
      return isEmpty(event.data.policy)
        ? `${voice.actor(event)}恢复按流程定义提醒${what}。`
        : `${voice.actor(event)}另行规定了本次合作${what}的提醒时间。`;
    },
    en: (event, voice) => {
      const what = KINDS[event.data.kind].en;
      return isEmpty(event.data.policy)
        ? `${voice.actor(event)} let people be reminded of ${what} as the definition says again.`
        : `${voice.actor(event)} set for this agreement when people are reminded of ${what}.`;
    },
  },
  RemindersMuted: {
    zh: (event, voice) =>
      `${voice.actor(event)}暂停了本次合作的提醒，至${voice.date(event.data.until)}为止，理由：${voice.quoted(event.data.reason)}。`,
    en: (event, voice) =>
      `${voice.actor(event)} muted the reminders of this agreement until ${voice.date(event.data.until)}, giving the reason ${voice.quoted(event.data.reason)}.`,
  },
  RemindersUnmuted: {
    zh: (event, voice) => `${voice.actor(event)}恢复了本次合作的提醒。`,
    en: (event, voice) => `${voice.actor(event)} let people be reminded of this agreement again.`,
  },
  ReminderRequested: {
    zh: (event, voice) =>
      `${voice.actor(event)}要求立即提醒${deadlineName(event.data.deadlineId, voice)}的期限。`,
    en: (event, voice) =>
      `${voice.actor(event)} asked that people be reminded now of the deadline of ${deadlineName(event.data.deadlineId, voice)}.`,
  },
  DeadlineEscalated: {
    zh: ({ data }, voice) =>
      `${deadlineName(data.deadlineId, voice)}逾期未完成，已上报${listed(data.positionIds, voice)}。`,
    en: ({ data }, voice) =>
      `The missed deadline of ${deadlineName(data.deadlineId, voice)} was taken to ${listed(data.positionIds, voice)}.`,
  },
  ...answerSentences,
  RemindersClosed: {
    zh: ({ data }, voice) =>
      `${deadlineName(data.deadlineId, voice)}余下的提醒不再发送：${CLOSED[data.reason].zh}。`,
    en: ({ data }, voice) =>
      `The remaining reminders of ${deadlineName(data.deadlineId, voice)} will not be sent: ${CLOSED[data.reason].en}.`,
  },
};

const isEmpty = (policy: object): boolean => Object.keys(policy).length === 0;

function listed(positionIds: readonly string[], voice: Voice): string {
  return positionIds.map((id) => voice.position(id)).join(voice.language === 'zh' ? '、' : ' and ');
}

function about(
  { deadlineId, step }: { readonly deadlineId: string; readonly step: string },
  voice: Voice,
): string {
  const name = deadlineName(deadlineId, voice);
  const again = step.startsWith('again-');
  const [, way, count, calendar] = /^(remind|after)-(\d+)(d?)$/u.exec(step) ?? [];
  if (voice.language === 'zh') {
    const days = `${count ?? ''}${calendar === 'd' ? '天' : '个工作日'}`;
    if (way === 'remind') return `${name}将在${days}后到期`;
    if (way === 'after') return `${name}已逾期${days}`;
    if (step.startsWith('now-')) return `${name}的期限`;
    if (step.startsWith('stuck-')) return `${name}久无进展`;
    if (again) return `${name}（按其要求再次提醒）`;
    return step === 'on-the-day' ? `${name}今日到期` : `${name}已逾期`;
  }
  const of = `the deadline of ${name}`;
  if (again) return `${of} (again, as they had asked)`;
  if (step.startsWith('now-')) return of;
  if (step.startsWith('stuck-')) return `${of}, as nothing was happening`;
  if (step === 'on-the-day') return `${of} (on its last day)`;
  if (way === undefined) return `${of}, which has passed`;
  const days = `${count ?? ''} ${calendar === 'd' ? '' : 'working '}${count === '1' ? 'day' : 'days'}`;
  return `${of} (${days} ${way === 'remind' ? 'ahead' : 'after it'})`;
}
