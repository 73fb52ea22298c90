import { event, type Told } from './telling.js';

export const calendarTold: readonly Told[] = [
  [
    event('CalendarPublished', {
      name: { zh: '德国', en: 'Germany' },
      source: 'Federal law',
      calendar: { id: 'de', version: 2, publishedFrom: '2026-01-01', publishedTo: '2027-12-31', days: [] },
    }),
    'Lin Yue published version 2 of the calendar “Germany”, with data from 1 January 2026 to 31 December 2027.',
    '林悦发布了日历“德国”第2版，数据自2026年1月1日至2027年12月31日。',
  ],
];
