import type { AnswerFact, AnswerMeans, ToldMeans } from '@entente/reminder';

import type { Sentences } from './sentences.js';
import { deadlineName } from './stage-sentences.js';
import { capitalised, type Voice } from './voice.js';

const VIA: Readonly<Record<AnswerMeans, { readonly zh: string; readonly en: string }>> = {
  link: { zh: '通过邮件中的链接', en: ' by the link in the message' },
  'copied-link': { zh: '通过转发的链接', en: ' by a link that was passed on' },
  page: { zh: '', en: '' },
  operator: { zh: '经系统管理员代录', en: ' through whoever runs the installation' },
};

const MEANS: Readonly<Record<ToldMeans, { readonly zh: string; readonly en: string }>> = {
  phone: { zh: '电话', en: 'by telephone' },
  'in-person': { zh: '当面', en: 'in person' },
  chat: { zh: '即时消息', en: 'by chat' },
  other: { zh: '其他方式', en: 'by other means' },
};

/** What people answered to reminders, and what they were told by others. */
export const answerSentences: Sentences<AnswerFact> = {
  ReminderAcknowledged: {
    zh: ({ data }, voice) =>
      `${voice.person(data.personId)}${VIA[data.via].zh}表示正在办理${deadlineName(data.deadlineId, voice)}的事项。`,
    en: ({ data }, voice) =>
      `${capitalised(voice.person(data.personId))} said${VIA[data.via].en} that they are on ${dueFor(data.deadlineId, voice)}.`,
  },
  ReminderSnoozed: {
    zh: ({ data }, voice) =>
      `${voice.person(data.personId)}${VIA[data.via].zh}要求于${voice.date(data.until)}再次提醒${deadlineName(data.deadlineId, voice)}。`,
    en: ({ data }, voice) =>
      `${capitalised(voice.person(data.personId))} asked${VIA[data.via].en} to be reminded of ${dueFor(data.deadlineId, voice)} again on ${voice.date(data.until)}.`,
  },
  DutyHandedOver: {
    zh: (event, voice) => {
      const { data } = event;
      const who = data.personId === undefined ? voice.actor(event) : voice.person(data.personId);
      const what = `${deadlineName(data.deadlineId, voice)}的事项`;
      const word = data.word === undefined ? '' : `：${voice.quoted(data.word)}`;
      if (data.toPositionId === undefined) return `${who}${VIA[data.via].zh}表示${what}非其负责${word}。`;
      if (data.toPositionId === data.positionId)
        return `${who}${VIA[data.via].zh}确认${what}仍由${voice.position(data.positionId)}负责${word}。`;
      return `${who}${VIA[data.via].zh}将${what}由${voice.position(data.positionId)}转给${voice.position(data.toPositionId)}${word}。`;
    },
    en: (event, voice) => {
      const { data } = event;
      const who = capitalised(data.personId === undefined ? voice.actor(event) : voice.person(data.personId));
      const what = dueFor(data.deadlineId, voice);
      const word = data.word === undefined ? '' : `: ${voice.quoted(data.word)}`;
      if (data.toPositionId === undefined)
        return `${who} said${VIA[data.via].en} that ${what} is not theirs${word}.`;
      if (data.toPositionId === data.positionId)
        return `${who} confirmed${VIA[data.via].en} that ${what} stays with ${voice.position(data.positionId)}${word}.`;
      return `${who} handed ${what} over${VIA[data.via].en} from ${voice.position(data.positionId)} to ${voice.position(data.toPositionId)}${word}.`;
    },
  },
  ToldByHand: {
    zh: ({ data }, voice) =>
      `已以${MEANS[data.means].zh}提醒${voice.person(data.personId)}：${deadlineName(data.deadlineId, voice)}${data.promised ? '，对方承诺办理' : ''}${data.note === undefined ? '' : `：${voice.quoted(data.note)}`}。`,
    en: ({ data }, voice) =>
      `${capitalised(voice.person(data.personId))} was told ${MEANS[data.means].en} of ${dueFor(data.deadlineId, voice)}${data.promised ? ' and promised to see to it' : ''}${data.note === undefined ? '' : `: ${voice.quoted(data.note)}`}.`,
  },
};

function dueFor(deadlineId: string, voice: Voice): string {
  return `what is due for ${deadlineName(deadlineId, voice)}`;
}
