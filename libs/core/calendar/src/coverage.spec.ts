import {
  changesBetween,
  checkCalendar,
  chinaCalendar,
  coverageOf,
  statutoryDaysMissing,
  yearAwaited,
  yearOf,
  type Calendar,
} from './index.js';

const closures: Calendar = { ...chinaCalendar, id: 'closures-college', kind: 'closures', days: [] };

describe('the years of China’s data', () => {
  it('are official as far as they are published, and provisional from then on', () => {
    expect(coverageOf(chinaCalendar, '2026-03-02')).toEqual([
      { year: 2024, standing: 'official' },
      { year: 2025, standing: 'official' },
      { year: 2026, standing: 'official' },
      { year: 2027, standing: 'provisional' },
    ]);
    const half = { ...chinaCalendar, publishedTo: '2027-05-31' };
    expect(coverageOf(half, '2026-03-02').slice(-2)).toEqual([
      { year: 2027, standing: 'partly' },
      { year: 2028, standing: 'provisional' },
    ]);
    expect(coverageOf(chinaCalendar, '2029-01-01').at(-1)).toEqual({ year: 2030, standing: 'provisional' });
    expect(coverageOf(closures, '2026-03-02').every(({ standing }) => standing === 'official')).toBe(true);
  });

  it('tell every day, of a provisional one what the law says', () => {
    const { standing, days } = yearOf(chinaCalendar, 2027);
    expect([standing, days.length]).toEqual(['provisional', 365]);
    expect(days.filter(({ date }) => date.startsWith('2027-10-0')).slice(0, 4)).toMatchObject([
      { date: '2027-10-01', working: false, name: { en: 'National Day' } },
      { working: false },
      { working: false },
      { date: '2027-10-04', working: true },
    ]);
    expect(yearOf(chinaCalendar, 2026).days[3]).toMatchObject({ date: '2026-01-04', working: true });
  });

  it('are awaited from December on', () => {
    expect(yearAwaited(chinaCalendar, '2026-11-30')).toBeUndefined();
    expect(yearAwaited(chinaCalendar, '2026-12-01')).toBe(2027);
    expect(yearAwaited({ ...chinaCalendar, publishedTo: '2027-12-31' }, '2026-12-31')).toBeUndefined();
    expect(yearAwaited(closures, '2026-12-31')).toBeUndefined();
  });

  it('have every day that the law names; a list cut off after its last year is seen', () => {
    expect(statutoryDaysMissing(chinaCalendar)).toEqual([]);
    const longer = { ...chinaCalendar, publishedTo: '2027-12-31' };
    expect(statutoryDaysMissing(longer)).toContain('2027-10-01');
    expect(statutoryDaysMissing({ ...longer, id: 'de' })).toEqual([]);
  });
});

describe('what a new version changes', () => {
  const [first, second] = chinaCalendar.days;

  it('is told day by day', () => {
    expect(changesBetween(chinaCalendar, chinaCalendar)).toEqual([]);
    expect(changesBetween(undefined, { days: [first!] })).toMatchObject([
      { date: '2024-01-01', before: null, after: { kind: 'holiday' } },
    ]);
    const renamed = { ...second!, name: { zh: '新', en: 'New' } };
    expect(changesBetween({ days: [first!, second!] }, { days: [renamed] })).toMatchObject([
      { date: '2024-01-01', after: null },
      { date: second!.date, before: { name: second!.name }, after: { name: renamed.name } },
    ]);
  });
});

describe('a list to publish', () => {
  const faultsOf = (change: Partial<Calendar>): unknown =>
    checkCalendar({ ...chinaCalendar, ...change }).map(({ code, pointer }) => `${pointer} ${code}`);

  it('makes up on a weekend only', () => {
    const day = { date: '2026-03-04', kind: 'make-up-working-day', name: { zh: '班', en: 'Work' } } as const;
    expect(faultsOf({ days: [day] })).toEqual(['/days/0/kind make-up-day-no-weekend']);
    expect(faultsOf({ days: [{ ...day, date: '2026-03-06' }], weekend: [5, 6] })).toEqual([]);
  });

  it('has whole years, but for closures', () => {
    expect(faultsOf({ publishedTo: '2027-05-31' })).toEqual(['/publishedTo year-half-covered']);
    expect(faultsOf({ publishedFrom: '2024-01-01', publishedTo: '2026-12-31' })).toEqual([]);
    const { days: _, ...rest } = closures;
    expect(checkCalendar({ ...rest, days: [], publishedTo: '2026-05-31' })).toEqual([]);
  });
});
