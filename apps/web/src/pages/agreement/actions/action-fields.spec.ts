import { describe, expect, test } from '@jest/globals';

import type { Party } from '../../../api/types.js';
import { bodyForTwo, bodyOf, fieldNamed, fieldsOf, matching, partiesFor } from './action-fields.js';
import { pathName, type Possible } from './command-names.js';

const party = (partyId: string): Party => ({
  partyId,
  name: { en: partyId },
  role: 'base',
  signatures: [],
  signed: false,
});
const parties = [party('a'), party('b')];
const ids = (some: readonly Party[]): string[] => some.map(({ partyId }) => partyId);

describe('what takes a second person', () => {
  test('asks why where it did not ask before', () => {
    const names = (command: 'record-signature' | 'retract-entry' | 'correct-entry') =>
      fieldsOf(command, { field: 'signedOn' }, true).map(({ name, label }) => `${name} ${label}`);
    expect(names('record-signature')).toContain('reason reasonForTwo');
    expect(names('retract-entry')).toEqual(['reason reason']);
    expect(names('correct-entry')).toEqual(['value correction', 'reason reason']);
  });

  test('is asked for with a reason, and tried again without one', () => {
    const asked = { value: 'x', override: true, reason: 'Lost.' };
    expect(bodyForTwo({ value: 'x' }, { reason: ' Lost. ' })).toEqual(asked);
    expect(bodyForTwo({ value: 'x' }, { reason: ' ' })).toEqual({ value: 'x' });
  });
});

describe('what an action is about', () => {
  test('a command’s type becomes its path', () => {
    expect(pathName('RecordSignature')).toBe('record-signature');
    expect(pathName('SubmitForSigning')).toBe('submit-for-signing');
  });

  test('only the parties are offered for which it is possible', () => {
    const possible: Possible[] = [{ command: 'record-signature', partyId: 'b' }];
    expect(ids(partiesFor(possible, 'record-signature', parties, {}))).toEqual(['b']);
    expect(ids(partiesFor([{ command: 'plan-milestone' }], 'plan-milestone', parties, {}))).toEqual([
      'a',
      'b',
    ]);
  });

  test('where an action was started decides', () => {
    const possible: Possible[] = [
      { command: 'name-signatory', partyId: 'a' },
      { command: 'name-signatory', partyId: 'b' },
    ];
    expect(ids(partiesFor(possible, 'name-signatory', parties, { partyId: 'b' }))).toEqual(['b']);
  });

  test('a line can be taken back only where that very line is listed', () => {
    const possible: Possible[] = [{ command: 'retract-entry', commandId: 'x' }];
    expect(matching(possible, 'retract-entry', { commandId: 'x' })).toHaveLength(1);
    expect(matching(possible, 'retract-entry', { commandId: 'y' })).toEqual([]);
  });

  test('what the form knows but the command does not ask for is not sent', () => {
    const values = { means: 'ink', completedOn: '2026-11-20', partyId: undefined };
    expect(bodyOf('complete-milestone', values, { milestoneId: 'm', partyId: 'a' }, null)).toEqual({
      completedOn: '2026-11-20',
      milestoneId: 'm',
    });
  });

  test('empty fields are not sent, titles become two-language texts', () => {
    const values = { kind: 'forum', titleZh: ' 论坛 ', titleEn: '', ownerPartyId: 'a', dueOn: '2027-03-31' };
    expect(bodyOf('plan-milestone', values, {}, null)).toEqual({
      kind: 'forum',
      title: { zh: '论坛' },
      ownerPartyId: 'a',
      dueOn: '2027-03-31',
    });
  });

  test('an approval says which text', () => {
    expect(bodyOf('approve-text', { partyId: 'a' }, {}, 'abc')).toEqual({ partyId: 'a', textHash: 'abc' });
  });

  test('a problem finds its field', () => {
    expect(fieldNamed('title.en', fieldsOf('plan-milestone'))).toBe('titleEn');
    expect(fieldNamed('title', fieldsOf('plan-milestone'))).toBe('titleZh');
    expect(fieldNamed('signedOn', fieldsOf('record-signature'))).toBe('signedOn');
    expect(fieldNamed('elsewhere', fieldsOf('record-signature'))).toBeUndefined();
  });
});
