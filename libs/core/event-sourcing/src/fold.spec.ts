import { describe, expect, it } from '@jest/globals';

import { effective, retractedCommands } from './fold.js';

const line = (commandId: string, type = 'Noted', data: object = {}) => ({ commandId, type, data });
const retraction = (commandId: string, of: string) =>
  line(commandId, 'EntryRetracted', { commandId: of, reason: 'entered in error' });

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

  it('ignores a retraction of something that is not there', () => {
    const history = [line('one'), retraction('two', 'nothing')];
    expect(effective(history)).toEqual(history);
  });
});
