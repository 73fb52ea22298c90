import { BASE, commands, letterIn, TODAY } from '../agreement-builders.js';
import { event, last, type Told } from './telling.js';

const named = letterIn('drafting').after(commands.nameBaseSignatory);
const retracted = named.after({
  type: 'RetractEntry',
  commandId: named.commandId(-1),
  reason: '选错了职位。',
});

export const correctionTold: readonly Told[] = [
  [
    last(retracted),
    'Lin Yue took back an earlier entry, giving the reason “选错了职位”.',
    '林悦撤销了此前的一条记录，理由：“选错了职位”。',
  ],
  [
    event('EntryCorrected', {
      commandId: 'one',
      fact: 'SignatureRecorded',
      field: 'signedOn',
      value: '2026-03-01',
      reason: 'A slip.',
    }),
    'Lin Yue corrected the day of signing in an earlier entry to 1 March 2026, giving the reason “A slip”.',
    '林悦将此前一条记录中的签署日期更正为2026年3月1日，理由：“A slip”。',
  ],
  [
    event('OverrideRequested', {
      overrideId: 'one',
      action: { type: 'CorrectEntry', commandId: 'two', field: 'title', value: { en: 'Farming' } },
      cause: 'late',
      rule: 'by-two',
      reason: 'A slip.',
    }),
    'Lin Yue asked a second person to agree to correct the title in an earlier entry to “Farming”, giving the reason “A slip”.',
    '林悦提请第二人核准：将此前一条记录中的名称更正为“Farming”，理由：“A slip”。',
  ],
  [
    event('OverrideRequested', {
      overrideId: 'one',
      action: { type: 'WaiveDeadline', deadlineId: 'signing-19' },
      cause: 'always',
      rule: 'confirmed-later',
      reason: null,
    }),
    'Lin Yue acted alone, for a second person to confirm, to waive the deadline of the signing stage, giving the reason (erased).',
    '林悦先行办理，待第二人核准：不再要求签署阶段的期限，理由：（已删除）。',
  ],
  [
    event('OverrideRequested', {
      overrideId: 'one',
      action: { type: 'RecordSignature', partyId: BASE, positionId: 'head', means: 'ink', signedOn: TODAY },
      cause: 'late',
      rule: 'by-two',
      reason: 'Lost by the courier.',
    }),
    'Lin Yue asked a second person to agree to record that Modern Agriculture Think Tank Base signed on 2 March 2026, too late for one person alone, giving the reason “Lost by the courier”.',
    '林悦提请第二人核准：登记现代农业智库基地于2026年3月2日的签署，理由：“Lost by the courier”。',
  ],
  [
    event('OverrideRequested', {
      overrideId: 'one',
      action: { type: 'RecordSignature', partyId: BASE, positionId: 'head', means: 'ink', signedOn: TODAY },
      cause: 'vacant',
      rule: 'by-two',
      reason: 'He took office that morning.',
    }),
    'Lin Yue asked a second person to agree to record that Modern Agriculture Think Tank Base signed on 2 March 2026, when by the directory nobody held the position, giving the reason “He took office that morning”.',
    '林悦提请第二人核准：登记现代农业智库基地于2026年3月2日的签署（按名录记载，当日该职位无人担任），理由：“He took office that morning”。',
  ],
  [
    event('OverrideRequested', {
      overrideId: 'one',
      action: { type: 'CorrectEntry', commandId: 'two', field: 'signedOn', value: TODAY },
      cause: 'vacant',
      rule: 'by-two',
      reason: 'The paper says so.',
    }),
    'Lin Yue asked a second person to agree to correct the day of signing in an earlier entry to 2 March 2026, when by the directory nobody held the position, giving the reason “The paper says so”.',
    '林悦提请第二人核准：将此前一条记录中的签署日期更正为2026年3月2日（按名录记载，当日该职位无人担任），理由：“The paper says so”。',
  ],
  [
    event('OverrideConfirmed', { overrideId: 'one' }),
    'Lin Yue confirmed it as the second person.',
    '林悦作为第二人予以核准。',
  ],
  [
    event('OverrideRejected', { overrideId: 'one', reason: 'No.' }),
    'Lin Yue rejected what was asked for, giving the reason “No”.',
    '林悦不予核准，理由：“No”。',
  ],
  [
    event('AgreementVoided', { as: 'entered-in-error', reason: 'Twice.' }),
    'The agreement was declared void as entered in error, for the reason “Twice”.',
    '本次合作作废（误登记），理由：“Twice”。',
  ],
  [
    event('DeadlineMissed', { deadlineId: 'signing-19' }),
    'The deadline of the signing stage was missed.',
    '签署阶段逾期未完成。',
  ],
  [
    event('DeadlineMet', { deadlineId: 'signing-19', lateRecorded: true }),
    'What was due for the signing stage was done in time, and recorded later.',
    '签署阶段的事项已按期完成，事后补记。',
  ],
  [
    event('DeadlineRecounted', {
      deadlineId: 'signing-19',
      from: '2026-03-16',
      to: '2026-03-17',
      calendar: 'cn@2',
      reason: 'A new list.',
    }),
    'Lin Yue counted the deadline of the signing stage anew with the calendar cn@2, from 16 March 2026 to 17 March 2026, giving the reason “A new list”.',
    '林悦按日历cn@2重新计算了签署阶段的期限，由2026年3月16日改为2026年3月17日，理由：“A new list”。',
  ],
  [
    event('DeadlineMoved', {
      deadlineId: 'signing-19',
      from: '2026-03-16',
      to: '2026-03-20',
      reason: 'The hall is taken.',
    }),
    'Lin Yue moved the deadline of the signing stage from 16 March 2026 to 20 March 2026, giving the reason “The hall is taken”.',
    '林悦将签署阶段的期限由2026年3月16日改为2026年3月20日，理由：“The hall is taken”。',
  ],
  [
    event('DeadlinesSuspended', { deadlineIds: ['signing-19'], reason: 'The harvest first.' }),
    'Lin Yue suspended the deadline of the signing stage, giving the reason “The harvest first”.',
    '林悦中止计算签署阶段的期限，理由：“The harvest first”。',
  ],
  [
    event('DeadlinesResumed', {
      deadlines: [{ deadlineId: 'signing-19', from: '2026-03-16', to: '2026-03-20' }],
    }),
    'Lin Yue let suspended deadlines run on: the signing stage is due by 20 March 2026.',
    '林悦恢复计算期限：签署阶段最迟于2026年3月20日完成。',
  ],
  [
    event('DeadlineWaived', { deadlineId: 'signing-19', reason: 'Moved.' }),
    'The deadline of the signing stage was waived, for the reason “Moved”.',
    '签署阶段的期限不再要求，理由：“Moved”。',
  ],
];
