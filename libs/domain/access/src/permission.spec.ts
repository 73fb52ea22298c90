import { letterIn } from '../../../../test/support/agreement-builders.js';
import { DESK, viewers } from '../../../../test/support/viewers.js';
import { mayPropose, mayRegister, maySee, maySeeOutbox } from './permission.js';
import { NUMBERING, SETUP } from './viewer.js';

const letter = letterIn('drafting').state;
const permitted = { allowed: true, actingAs: DESK };
const refused = { refused: { code: 'not-allowed' } };
const { coordinator, ...others } = viewers;

describe('seeing', () => {
  it.each([
    ['coordinator', true],
    ['auditor', true],
    ['baseHead', true],
    ['baseMember', true],
    ['districtChair', true],
    ['stranger', false],
    ['nobody', false],
  ] as const)('%s may see a letter of the base and the district: %s', (who, may) => {
    expect(maySee(viewers[who], letter)).toBe(may);
  });

  it('what was never proposed is seen by nobody', () => {
    for (const viewer of Object.values(viewers)) expect(maySee(viewer, { stage: null })).toBe(false);
  });

  it('the outbox is for coordinators and auditors', () => {
    const may = Object.entries(viewers).filter(([, viewer]) => maySeeOutbox(viewer));
    expect(may.map(([who]) => who)).toEqual(['coordinator', 'auditor']);
  });
});

describe('proposing and registering', () => {
  it('are the coordinators’', () => {
    expect(mayPropose(coordinator)).toEqual(permitted);
    expect(mayRegister(coordinator)).toEqual(permitted);
    for (const viewer of Object.values(others)) {
      expect([mayPropose(viewer), mayRegister(viewer)]).toEqual([refused, refused]);
    }
  });

  it('a space is set up before it has a coordinator, by the setup alone', () => {
    expect(mayRegister({ space: 'demo', system: SETUP })).toEqual({ allowed: true });
    expect(mayRegister({ space: 'demo', system: NUMBERING })).toEqual(refused);
    expect(mayPropose({ space: 'demo', system: SETUP })).toEqual(refused);
  });
});
