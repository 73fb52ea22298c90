import type { MeetingFact } from '@entente/meeting';

import type { Sentences } from './sentences.js';
import { capitalised, type Voice } from './voice.js';

export const meetingSentences: Sentences<MeetingFact> = {
  MeetingPlanned: {
    zh: (event, voice) =>
      `${voice.actor(event)}定于${when(event.data.at, voice)}在${event.data.place}举行签署会议“${voice.name(event.data.title)}”。`,
    en: (event, voice) =>
      `${voice.actor(event)} planned the signing meeting “${voice.name(event.data.title)}” for ${when(event.data.at, voice)} at ${event.data.place}.`,
  },
  MeetingMoved: {
    zh: (event, voice) =>
      `${voice.actor(event)}将会议改为${when(event.data.at, voice)}在${event.data.place}举行。`,
    en: (event, voice) =>
      `${voice.actor(event)} moved the meeting to ${when(event.data.at, voice)} at ${event.data.place}.`,
  },
  LetterPlaced: {
    zh: (event, voice) => `${voice.actor(event)}将一份意向书列为第${String(event.data.order)}项。`,
    en: (event, voice) => `${voice.actor(event)} placed a letter as number ${String(event.data.order)}.`,
  },
  LetterRemoved: {
    zh: (event, voice) => `${voice.actor(event)}将一份意向书移出会议。`,
    en: (event, voice) => `${voice.actor(event)} took a letter off the meeting.`,
  },
  AttendanceRecorded: {
    zh: ({ data }, voice) =>
      `${voice.person(data.personId)}（${voice.organisation(data.organisationId)}，${voice.position(data.positionId)}）${data.substituteFor === undefined ? '出席' : `代${voice.position(data.substituteFor)}出席`}。`,
    en: ({ data }, voice) =>
      `${capitalised(voice.person(data.personId))}, ${voice.position(data.positionId)} at ${voice.organisation(data.organisationId)}, attends${data.substituteFor === undefined ? '' : ` in the place of ${voice.position(data.substituteFor)}`}.`,
  },
  AttendanceRemoved: {
    zh: ({ data }, voice) => `${voice.position(data.positionId)}不出席。`,
    en: ({ data }, voice) => `${capitalised(voice.position(data.positionId))} does not attend.`,
  },
  MeetingHeld: {
    zh: (event, voice) => `${voice.actor(event)}登记：会议已于${voice.date(event.data.on)}举行。`,
    en: (event, voice) =>
      `${voice.actor(event)} recorded that the meeting was held on ${voice.date(event.data.on)}.`,
  },
  LettersReportedSigned: {
    zh: (event, voice) =>
      `${voice.actor(event)}登记：${String(event.data.letters.length)}份意向书已于${voice.date(event.data.on)}按计划签署。`,
    en: (event, voice) => {
      const count = event.data.letters.length;
      const letters = count === 1 ? 'a letter' : `${String(count)} letters`;
      return `${voice.actor(event)} reported ${letters} as signed on ${voice.date(event.data.on)}.`;
    },
  },
  LetterSigned: {
    zh: () => '一份意向书已完成签署。',
    en: () => 'A letter is signed.',
  },
  LetterNotSigned: {
    zh: ({ data }) => `一份意向书未能登记签署（${data.code}）。`,
    en: ({ data }) => `A letter could not be recorded as signed (${data.code}).`,
  },
  LetterPostponed: {
    zh: (event, voice) =>
      `${voice.actor(event)}将一份意向书${event.data.to === undefined ? '延期' : `延期至${voice.date(event.data.to)}`}，理由：${voice.quoted(event.data.reason)}。`,
    en: (event, voice) =>
      `${voice.actor(event)} postponed a letter${event.data.to === undefined ? '' : ` to ${voice.date(event.data.to)}`}, giving the reason ${voice.quoted(event.data.reason)}.`,
  },
  MinutesWritten: {
    zh: (event, voice) => `${voice.actor(event)}写了会议纪要：${voice.quoted(event.data.text)}。`,
    en: (event, voice) => `${voice.actor(event)} wrote the minutes: ${voice.quoted(event.data.text)}.`,
  },
};

/** `2026-12-23T14:00` → 23 December 2026, 14:00. */
function when(at: string, voice: Voice): string {
  const [date = '', time = ''] = at.split('T');
  return voice.language === 'zh' ? `${voice.date(date)}${time}` : `${voice.date(date)}, ${time}`;
}
