import type { DeadlineMoved, DeadlinesResumed, DeadlinesSuspended } from '@entente/agreement';

import type { Sentences } from './sentences.js';
import { deadlineName } from './stage-sentences.js';
import { lowered, type Voice } from './voice.js';

/** What people do to the days on which something is due. */
export const deadlineSentences: Sentences<DeadlineMoved | DeadlinesSuspended | DeadlinesResumed> = {
  DeadlineMoved: {
    zh: (event, voice) => {
      const { deadlineId, from, to, reason } = event.data;
      return `${voice.actor(event)}将${deadlineName(deadlineId, voice)}的期限由${voice.date(from)}改为${voice.date(to)}，理由：${voice.quoted(reason)}。`;
    },
    en: (event, voice) => {
      const { deadlineId, from, to, reason } = event.data;
      return `${voice.actor(event)} moved the deadline of ${deadlineName(deadlineId, voice)} from ${voice.date(from)} to ${voice.date(to)}, giving the reason ${voice.quoted(reason)}.`;
    },
  },
  DeadlinesSuspended: {
    zh: (event, voice) =>
      `${voice.actor(event)}中止计算${named(event.data.deadlineIds, voice)}的期限，理由：${voice.quoted(event.data.reason)}。`,
    en: (event, voice) =>
      `${voice.actor(event)} suspended the ${deadlines(event.data.deadlineIds)} of ${named(event.data.deadlineIds, voice)}, giving the reason ${voice.quoted(event.data.reason)}.`,
  },
  DeadlinesResumed: {
    zh: (event, voice) => {
      const days = event.data.deadlines.map(
        ({ deadlineId, to }) => `${deadlineName(deadlineId, voice)}最迟于${voice.date(to)}完成`,
      );
      return `${voice.actor(event)}恢复计算期限：${days.join('，')}。`;
    },
    en: (event, voice) => {
      const days = event.data.deadlines.map(
        ({ deadlineId, to }) => `${lowered(deadlineName(deadlineId, voice))} is due by ${voice.date(to)}`,
      );
      return `${voice.actor(event)} let suspended deadlines run on: ${voice.list(days)}.`;
    },
  },
};

function named(deadlineIds: readonly string[], voice: Voice): string {
  return voice.list(deadlineIds.map((id) => deadlineName(id, voice)));
}

function deadlines({ length }: readonly string[]): string {
  return length === 1 ? 'deadline' : 'deadlines';
}
