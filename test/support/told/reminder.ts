import { BASE_HEAD, BASE_PERSON } from '../agreement-builders.js';
import { event, type Told } from './telling.js';

const step = { deadlineId: 'signing-19', version: 21, plannedAt: '2026-03-09T01:00:00.000Z' };

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
