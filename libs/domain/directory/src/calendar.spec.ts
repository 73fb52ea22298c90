import { chinaCalendar, type Calendar } from '@entente/calendar';
import { given } from '@entente/event-sourcing';

import { calendarDecider, calendarIn, type PublishCalendar } from './calendar.js';

const germany: Calendar = {
  id: 'de',
  version: 1,
  publishedFrom: '2026-01-01',
  publishedTo: '2027-12-31',
  days: [{ date: '2026-10-03', kind: 'holiday', name: { zh: '德国统一日', en: 'German Unity Day' } }],
};
const publish = (calendar: Calendar): PublishCalendar => ({
  type: 'PublishCalendar',
  name: { zh: '德国', en: 'Germany' },
  source: 'Federal law',
  calendar,
});
const published = (calendar: Calendar) => {
  const { type: _type, ...data } = publish(calendar);
  return { type: 'CalendarPublished', data } as const;
};
const ofGermany = { calendarId: 'de' };
const second = { ...germany, version: 2, days: [] };

const nothing = given(calendarDecider);
const once = given(calendarDecider, { facts: [published(germany)] });

describe('a calendar', () => {
  it('is published with all its days, version after version', () => {
    expect(nothing.when(publish(germany), ofGermany).decision).toEqual([published(germany)]);
    expect(once.when(publish(second), ofGermany).decision).toEqual([published(second)]);
  });

  it('published again as it is changes nothing', () => {
    expect(once.when(publish(germany), ofGermany).decision).toEqual([]);
  });

  it.each([
    ['version-published', publish({ ...germany, days: [] }), { next: 2 }],
    ['version-skipped', publish({ ...second, version: 3 }), { next: 2 }],
    ['invalid-id', publish({ ...second, id: 'at' }), { calendarId: 'de' }],
    ['calendar-faulty', publish({ ...second, publishedTo: '2025-01-01' }), { faults: [expect.anything()] }],
    ['text-missing', { ...publish(second), name: {} }, undefined],
    ['text-missing', { ...publish(second), source: ' ' }, undefined],
  ] as const)('is refused: %s', (code, command, facts) => {
    const { decision } = once.when(command, ofGermany);
    expect(decision).toMatchObject({ refused: { code, ...(facts ? { facts } : {}) } });
  });

  it('that is shipped goes on from the version shipped', () => {
    const ofChina = { calendarId: 'cn' };
    expect(nothing.when(publish(chinaCalendar), ofChina).decision).toEqual([]);
    const next = { ...chinaCalendar, version: 2, publishedTo: '2027-12-31' };
    expect(nothing.when(publish(next), ofChina).decision).toEqual([published(next)]);
  });

  it('is found by its version, or as it is now', () => {
    const { versions } = once.when(publish(second), ofGermany).state;
    expect(calendarIn({ versions }, 'de', 1)).toEqual(germany);
    expect(calendarIn({ versions }, 'de')).toEqual(second);
    expect(calendarIn({ versions }, 'de', 3)).toBeUndefined();
    expect(calendarIn({ versions: [] }, 'cn')).toBe(chinaCalendar);
  });
});
