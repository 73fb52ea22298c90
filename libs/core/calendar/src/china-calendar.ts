import type { Calendar } from './calendar.js';
import { CHINA_DAYS, CHINA_PUBLISHED_FROM, CHINA_PUBLISHED_TO } from './china-days.js';

/** Mainland China as published by the State Council. New data is a new version, never a change of this one. */
export const chinaCalendar: Calendar = {
  id: 'cn',
  version: 1,
  publishedFrom: CHINA_PUBLISHED_FROM,
  publishedTo: CHINA_PUBLISHED_TO,
  days: CHINA_DAYS.map(([date, kind, zh, en]) => ({ date, kind, name: { zh, en } })),
};
