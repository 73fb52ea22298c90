import { chinaCalendar, type Calendar } from '@entente/calendar';

import { draftCalendar, type FoundDays } from './calendar-draft.js';
import { daysInTable, type FileRow } from './calendar-file.js';

const HEADER = ['date', 'kind', 'name_zh', 'name_en'];
const rowsOf = (...rows: readonly (readonly string[])[]): readonly FileRow[] =>
  [HEADER, ...rows].map((cells, index) => ({ line: index + 1, cells }));
const inTable = (...rows: readonly (readonly string[])[]) =>
  daysInTable(rowsOf(...rows), { source: 'A law' });
const found = (...rows: readonly (readonly string[])[]): FoundDays => {
  const read = inTable(...rows);
  if (!('calendar' in read)) throw new Error(JSON.stringify(read));
  return read;
};
const germany: Calendar = {
  id: 'de',
  version: 3,
  publishedFrom: '2026-01-01',
  publishedTo: '2026-12-31',
  days: [{ date: '2026-10-03', kind: 'holiday', name: { zh: '统一日', en: 'Unity Day' } }],
};
const known = { calendar: germany, name: { en: 'Germany' } };
const UNITY = ['2027-10-03', 'holiday', '', 'Unity Day'];

describe('a table of days', () => {
  it('says all there is for the years it has days in', () => {
    expect(found(UNITY, ['2027-12-25', '', '圣诞节', ''])).toMatchObject({
      years: { first: 2027, last: 2027 },
      lines: [2, 3],
      calendar: {
        publishedFrom: '2027-01-01',
        publishedTo: '2027-12-31',
        days: [
          { date: '2027-10-03', name: { zh: 'Unity Day', en: 'Unity Day' } },
          { date: '2027-12-25', kind: 'holiday', name: { zh: '圣诞节', en: '圣诞节' } },
        ],
      },
    });
  });

  it.each([
    ['2 date invalid-date', [['2027-02-30', 'holiday', '一', 'One']]],
    ['2 kind unknown-day-kind', [['2027-02-20', 'Feiertag', '一', 'One']]],
    ['2 name_zh text-missing', [['2027-02-20', 'holiday', '', '']]],
    ['3 null cells-missing', [UNITY, ['2027-02-20']]],
  ])('tells %s', (fault, rows) => {
    const read = inTable(...rows);
    expect(
      'calendar' in read ? [] : read.map(({ line, column, code }) => `${line} ${column} ${code}`),
    ).toEqual([fault]);
  });

  it('tells of columns that are none, are there twice, or are missing', () => {
    const under = (...header: string[]) =>
      daysInTable(
        [
          { line: 1, cells: header },
          { line: 2, cells: header },
        ],
        { source: 'A law' },
      );
    expect(under('date', 'colour', 'name_en')).toMatchObject([{ code: 'unknown-column', column: 'colour' }]);
    expect(under('date', 'date', 'name_en')).toMatchObject([{ code: 'column-twice' }]);
    expect(under('kind', 'name_en')).toMatchObject([{ code: 'text-missing', column: 'date' }]);
    expect(daysInTable([], { source: 'A law' })).toMatchObject([{ code: 'no-rows' }]);
  });
});

describe('the next version of a calendar', () => {
  it('keeps what was published of other years, and shows what is new', () => {
    const draft = draftCalendar('de', known, found(UNITY));
    expect(draft).toMatchObject({ name: { en: 'Germany' }, faults: [], same: false });
    expect(draft.calendar).toMatchObject({
      id: 'de',
      version: 4,
      publishedFrom: '2026-01-01',
      publishedTo: '2027-12-31',
      days: [{ date: '2026-10-03' }, { date: '2027-10-03' }],
    });
    expect(draft.changes).toMatchObject([{ date: '2027-10-03', before: null }]);
  });

  it('takes a day of its years away that is not in the list, and says when nothing is new', () => {
    const other = draftCalendar('de', known, found(['2026-12-25', '', '圣诞节', 'Christmas']));
    expect(other.changes.map(({ date, after }) => [date, after === null])).toEqual([
      ['2026-10-03', true],
      ['2026-12-25', false],
    ]);
    expect(draftCalendar('de', known, found(['2026-10-03', '', '统一日', 'Unity Day'])).same).toBe(true);
  });

  it('is its first where there was none, and needs a name', () => {
    expect(draftCalendar('de', undefined, found(UNITY))).toMatchObject({
      calendar: { version: 1 },
      faults: [{ code: 'name-missing' }],
    });
  });

  it.each([
    ['day-twice', '3', 'de', [UNITY, UNITY]],
    ['make-up-day-no-weekend', '2', 'de', [['2027-03-03', 'make-up-working-day', '班', 'Work']]],
    ['years-apart', '', 'de', [['2029-10-03', 'holiday', '', 'Unity Day']]],
    ['statutory-day-missing', '', 'cn', [['2027-01-01', 'holiday', '元旦', 'New Year']]],
  ])('tells %s at its line', (code, line, id, rows) => {
    const before = id === 'cn' ? { calendar: chinaCalendar, name: { en: 'China' } } : known;
    const { faults } = draftCalendar(id, before, found(...rows));
    expect(faults[0]).toMatchObject({ code, ...(line === '' ? {} : { line: Number(line) }) });
  });

  it('of a file that is a whole calendar keeps nothing of before', () => {
    const whole = { source: 'A law', calendar: { ...germany, days: [] } };
    expect(draftCalendar('de', known, whole).calendar.days).toEqual([]);
    const half = { ...whole, calendar: { ...germany, publishedTo: '2027-05-31' } };
    expect(draftCalendar('de', known, half).faults).toMatchObject([
      { code: 'year-half-covered', pointer: '/publishedTo' },
    ]);
  });
});
