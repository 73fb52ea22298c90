import { BASE_HEAD, BASE_PERSON, DISTRICT_CHAIR } from '../agreement-builders.js';
import { event, type Told } from './telling.js';

const step = { deadlineId: 'signing-19', version: 21, plannedAt: '2026-03-09T01:00:00.000Z' };
const duty = { deadlineId: 'signing-19', version: 21, positionId: BASE_HEAD };
const answered = { ...duty, personId: BASE_PERSON };

export const reminderTold: readonly Told[] = [
  [
    event('ReminderSent', {
      ...step,
      step: 'remind-5',
      positionId: BASE_HEAD,
      personId: BASE_PERSON,
      channel: 'email',
      messageId: 'm',
    }),
    'Chen Jing, Head of the base, was reminded by e-mail of the deadline of the signing stage (5 working days ahead).',
    '已通过电子邮件提醒基地负责人陈静：签署阶段将在5个工作日后到期。',
  ],
  [
    event('ReminderSuppressed', {
      ...step,
      step: 'on-the-day',
      personId: BASE_PERSON,
      reason: 'already-signed',
    }),
    'The reminder to Chen Jing of the deadline of the signing stage (on its last day) was held back: the party has signed already.',
    '发给陈静的提醒未发送（签署阶段今日到期）：该方已签署。',
  ],
  [
    event('ReminderSent', {
      ...step,
      step: 'after-1d',
      positionId: BASE_HEAD,
      personId: BASE_PERSON,
      channel: 'outbox',
      messageId: 'm',
    }),
    'Chen Jing, Head of the base, was reminded through the outbox of the deadline of the signing stage (1 day after it).',
    '已通过发件箱提醒基地负责人陈静：签署阶段已逾期1天。',
  ],
  [
    event('ReminderSuppressed', { ...step, step: 'escalate-head', reason: 'no-recipient' }),
    'The reminder of the deadline of the signing stage, which has passed was held back: it is nobody’s turn.',
    '提醒未发送（签署阶段已逾期）：没有应提醒的对象。',
  ],
  [
    event('ReminderBounced', {
      ...{ deadlineId: 'signing-19', version: 21, step: 'remind-5', messageId: 'm', status: '5.1.1' },
      positionId: BASE_HEAD,
      personId: BASE_PERSON,
    }),
    'The mail that reminded Chen Jing of the deadline of the signing stage (5 working days ahead) came back (5.1.1).',
    '提醒陈静的邮件被退回（签署阶段将在5个工作日后到期），退信代码5.1.1。',
  ],
  [
    event('ReminderPolicySet', { kind: 'milestone', policy: { workingDaysAfter: [1] } }),
    'Lin Yue set for this agreement when people are reminded of milestones.',
    '林悦另行规定了本次合作里程碑的提醒时间。',
  ],
  [
    event('ReminderPolicySet', { kind: 'signed-copy', policy: {} }),
    'Lin Yue let people be reminded of the signed copy as the definition says again.',
    '林悦恢复按流程定义提醒签署件归档。',
  ],
  [
    event('RemindersMuted', { until: '2026-03-20', reason: 'The harvest first.' }),
    'Lin Yue muted the reminders of this agreement until 20 March 2026, giving the reason “The harvest first”.',
    '林悦暂停了本次合作的提醒，至2026年3月20日为止，理由：“The harvest first”。',
  ],
  [
    event('RemindersUnmuted', { until: '2026-03-20' }),
    'Lin Yue let people be reminded of this agreement again.',
    '林悦恢复了本次合作的提醒。',
  ],
  [
    event('ReminderRequested', { ...step, step: 'now-1' }),
    'Lin Yue asked that people be reminded now of the deadline of the signing stage.',
    '林悦要求立即提醒签署阶段的期限。',
  ],
  [
    event('DeadlineEscalated', {
      ...step,
      step: 'escalate-representative',
      level: 'representative',
      positionIds: [BASE_HEAD],
    }),
    'The missed deadline of the signing stage was taken to Head of the base.',
    '签署阶段逾期未完成，已上报基地负责人。',
  ],
  [
    event('ReminderSent', {
      ...step,
      step: 'again-2026-03-12',
      positionId: BASE_HEAD,
      personId: BASE_PERSON,
      channel: 'email',
      messageId: 'm',
    }),
    'Chen Jing, Head of the base, was reminded by e-mail of the deadline of the signing stage (again, as they had asked).',
    '已通过电子邮件提醒基地负责人陈静：签署阶段（按其要求再次提醒）。',
  ],
  [
    event('ReminderAcknowledged', { ...answered, via: 'link' }),
    'Chen Jing said by the link in the message that they are on what is due for the signing stage.',
    '陈静通过邮件中的链接表示正在办理签署阶段的事项。',
  ],
  [
    event('ReminderSnoozed', { ...answered, via: 'page', until: '2026-03-12' }),
    'Chen Jing asked to be reminded of what is due for the signing stage again on 12 March 2026.',
    '陈静要求于2026年3月12日再次提醒签署阶段。',
  ],
  [
    event('DutyHandedOver', { ...answered, via: 'copied-link', word: 'Ask the clerk.' }),
    'Chen Jing said by a link that was passed on that what is due for the signing stage is not theirs: “Ask the clerk”.',
    '陈静通过转发的链接表示签署阶段的事项非其负责：“Ask the clerk”。',
  ],
  [
    event('DutyHandedOver', { ...duty, via: 'page', toPositionId: BASE_HEAD, word: null }),
    'Lin Yue confirmed that what is due for the signing stage stays with Head of the base: (erased).',
    '林悦确认签署阶段的事项仍由基地负责人负责：（已删除）。',
  ],
  [
    event('DutyHandedOver', { ...answered, via: 'page', toPositionId: DISTRICT_CHAIR }),
    'Chen Jing handed what is due for the signing stage over from Head of the base to a position.',
    '陈静将签署阶段的事项由基地负责人转给某职位。',
  ],
  [
    event('ToldByHand', {
      ...answered,
      means: 'phone',
      toldAt: '2026-03-09T01:30:00.000Z',
      promised: true,
      note: 'On Friday.',
    }),
    'Chen Jing was told by telephone of what is due for the signing stage and promised to see to it: “On Friday”.',
    '已以电话提醒陈静：签署阶段，对方承诺办理：“On Friday”。',
  ],
  [
    event('RemindersClosed', {
      deadlineId: 'signing-19',
      version: 21,
      reason: 'deadline-met',
      steps: ['remind-2'],
    }),
    'The remaining reminders of the signing stage will not be sent: it is done.',
    '签署阶段余下的提醒不再发送：事项已完成。',
  ],
];
