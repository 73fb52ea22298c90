import { describe, expect, it } from '@jest/globals';

import { effective, retractedCommands } from './fold.js';

const line = (commandId: string, type = 'Noted', data: object = {}) => ({ commandId, type, data });
const retraction = (commandId: string, of: string) =>
  line(commandId, 'EntryRetracted', { commandId: of, reason: 'entered in error' });
const correction = (commandId: string, of: string, value: string) =>
  line(commandId, 'EntryCorrected', { commandId: of, fact: 'Signed', field: 'on', value, reason: 'a slip' });

describe('effective history', () => {
  it('is the history itself while nothing is retracted', () => {
    const history = [line('one'), line('two')];
    expect(effective(history)).toBe(history);
  });

  it('leaves a retracted entry out whole, with all its lines', () => {
    const history = [line('one'), line('two', 'Signed'), line('two', 'Advanced'), line('three')];
    expect(effective([...history, retraction('four', 'two')]).map(({ commandId }) => commandId)).toEqual([
      'one',
      'three',
      'four',
    ]);
  });

  it('has an entry again once its retraction is taken back', () => {
    const history = [line('one'), retraction('two', 'one'), retraction('three', 'two')];
    expect([...retractedCommands(history)]).toEqual(['two']);
    expect(effective(history).map(({ commandId }) => commandId)).toEqual(['one', 'three']);
  });

  it('keeps an entry that comes after a line which takes one of its name back', () => {
    const history = [retraction('one', 'two'), line('two')];
    expect(effective(history)).toBe(history);
  });

  it('has a corrected value in the place of the wrong one, and both lines', () => {
    const history = [
      line('one', 'Signed', { on: '2026-03-01', at: 'Beijing' }),
      line('two', 'Signed', { on: '2026-03-01' }),
      correction('three', 'one', '2026-03-02'),
      correction('four', 'one', '2026-03-03'),
    ];
    expect(effective(history).map(({ data }) => data)).toEqual([
      { on: '2026-03-03', at: 'Beijing' },
      { on: '2026-03-01' },
      history[2]?.data,
      history[3]?.data,
    ]);
  });

  it('has the value before again once its correction is taken back', () => {
    const history = [
      line('one', 'Signed', { on: '2026-03-01' }),
      correction('two', 'one', '2026-03-02'),
      retraction('three', 'two'),
    ];
    expect(effective(history)[0]?.data).toEqual({ on: '2026-03-01' });
  });

  it('ignores a retraction of something that is not there', () => {
    const history = [line('one'), retraction('two', 'nothing')];
    expect(effective(history)).toEqual(history);
  });
});
