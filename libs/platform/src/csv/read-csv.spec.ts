import { CsvMalformed, readCsv } from './read-csv.js';

describe('rows of a CSV', () => {
  it.each([
    ['\n', ''],
    ['\r\n', ''],
    ['\n', '\ufeff'],
    ['\r\n', '\ufeff'],
  ])('end with %j, after %j', (end, mark) => {
    const text = `${mark}name,title${end}"大兴, 科协","the ""chair"""${end}${end}b,c${end}`;
    expect(readCsv(text)).toEqual([
      { line: 1, cells: ['name', 'title'] },
      { line: 2, cells: ['大兴, 科协', 'the "chair"'] },
      { line: 4, cells: ['b', 'c'] },
    ]);
  });

  it('a row with a line break in quotes stands where it begins', () => {
    expect(readCsv('a,b\n"one\ntwo",c\nd,e\n').map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  it('what is no CSV says on which line', () => {
    expect(() => readCsv('a,b\n"open,c\n')).toThrow(CsvMalformed);
    expect(readCsv('')).toEqual([]);
  });
});
