import type { CalendarPublished } from '@entente/directory';

import type { Sentences } from './sentences.js';

export const calendarSentences: Sentences<CalendarPublished> = {
  CalendarPublished: {
    zh: (event, voice) => {
      const { name, calendar } = event.data;
      return `${voice.actor(event)}发布了日历“${voice.name(name)}”第${calendar.version}版，数据自${voice.date(calendar.publishedFrom)}至${voice.date(calendar.publishedTo)}。`;
    },
    en: (event, voice) => {
      const { name, calendar } = event.data;
      return `${voice.actor(event)} published version ${calendar.version} of the calendar “${voice.name(name)}”, with data from ${voice.date(calendar.publishedFrom)} to ${voice.date(calendar.publishedTo)}.`;
    },
  },
};
