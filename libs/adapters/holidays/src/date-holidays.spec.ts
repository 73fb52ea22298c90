import { DateHolidays } from './date-holidays.js';

const library = new DateHolidays();
const asked = { country: 'DE', first: 2026, last: 2030, thisYear: 2026 };

describe('the holidays of a country', () => {
  it('are its public ones, year by year, named in both languages', async () => {
    const found = await library.daysOf(asked);
    if ('refused' in found) throw new Error(found.refused.code);
    expect(found).toMatchObject({
      name: { zh: '德国', en: 'Germany' },
      leftOut: [],
      calendar: { publishedFrom: '2026-01-01', publishedTo: '2030-12-31' },
    });
    expect(found.source).toMatch(/^date-holidays \d+\.\d+\.\d+, public holidays of DE$/u);
    const { days } = found.calendar;
    expect(days).toContainEqual({
      date: '2030-10-03',
      kind: 'holiday',
      name: { zh: expect.any(String) as string, en: 'National Holiday' },
    });
    expect(days.filter(({ date }) => date.startsWith('2026'))).toHaveLength(9);
    expect(found.calendar).not.toHaveProperty('weekend');
  });

  it('are more in one of its regions', async () => {
    const found = await library.daysOf({ ...asked, last: 2026, region: 'by' });
    expect('calendar' in found && found.calendar.days.map(({ date }) => date)).toContain('2026-01-06');
  });

  it('that follow the sight of the moon stay provisional, and so do those listed for a year at a time', async () => {
    const emirates = await library.daysOf({ ...asked, country: 'AE', last: 2028 });
    expect(emirates).toMatchObject({ leftOut: [2027, 2028], calendar: { publishedTo: '2026-12-31' } });
    const thailand = await library.daysOf({ ...asked, country: 'TH' });
    expect('leftOut' in thailand && thailand.leftOut).toContain(2030);
    expect(await library.daysOf({ ...asked, country: 'AE', first: 2028 })).toMatchObject({
      refused: { code: 'years-not-known' },
    });
  });

  it('leave other days of the week off than ours', async () => {
    const found = await library.daysOf({ ...asked, country: 'IL', last: 2026 });
    expect('calendar' in found && found.calendar.weekend).toEqual([5, 6]);
  });

  it.each([
    ['unknown-country', { country: 'XX' }],
    ['unknown-region', { region: 'XX' }],
    ['country-has-own-list', { country: 'cn' }],
    ['years-reversed', { last: 2025 }],
    ['years-reversed', { last: 2090 }],
  ])('are refused: %s', async (code, change) => {
    expect(await library.daysOf({ ...asked, ...change })).toMatchObject({ refused: { code } });
  });
});
