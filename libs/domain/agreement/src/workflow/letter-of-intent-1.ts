import type { WorkflowDefinition } from './definition.js';
import { letterOfIntentText1 } from './letter-of-intent-1-text.js';

const DRAFTED = [
  'two-parties-at-least@1',
  'text-present@1',
  'every-party-named-signatory@1',
  'every-party-approved@1',
] as const;

export const letterOfIntent1: WorkflowDefinition = {
  name: 'letter-of-intent',
  version: 1,
  kind: 'letter-of-intent',
  title: { zh: '合作意向书', en: 'Letter of intent' },
  numberPattern: 'LOI-{year}-{number:4}',
  partyRoles: [
    { role: 'think-tank-base', title: { zh: '智库基地', en: 'Think tank base' } },
    { role: 'district-association', title: { zh: '区科协', en: 'District association' } },
  ],
  latePaper: { days: 7, daysWithEvidence: 60 },
  milestoneReminders: { workingDaysBefore: [10, 3], onTheDay: true },
  milestoneDays: { pausable: true },
  signedCopy: { duration: 'P3D', remind: { workingDaysBefore: [1], onTheDay: true } },
  template: letterOfIntentText1,
  initial: 'drafting',
  stages: [
    {
      name: 'drafting',
      title: { zh: '起草', en: 'Drafting' },
      activities: ['parties@1', 'text@1'],
      deadline: { duration: 'P20D', pausable: true, remind: { workingDaysBefore: [5, 2], onTheDay: true } },
      transitions: [
        { name: 'submit-for-signing', to: 'signing', command: 'SubmitForSigning', conditions: DRAFTED },
        { name: 'withdraw', to: 'withdrawn', command: 'WithdrawAgreement', conditions: [], abandons: true },
      ],
    },
    {
      name: 'signing',
      title: { zh: '签署', en: 'Signing' },
      activities: ['signing@1'],
      deadline: { duration: 'P10D', pausable: true, remind: { workingDaysBefore: [5, 2], onTheDay: true } },
      transitions: [
        { name: 'all-signed', to: 'joint-research', command: null, conditions: ['every-party-signed@1'] },
        {
          name: 'close-declined',
          to: 'declined',
          command: 'CloseDeclined',
          conditions: ['a-party-declined@1'],
          abandons: true,
        },
        {
          name: 'reopen-drafting',
          to: 'drafting',
          command: 'ReopenDrafting',
          conditions: [],
          abandons: true,
        },
        { name: 'withdraw', to: 'withdrawn', command: 'WithdrawAgreement', conditions: [], abandons: true },
      ],
    },
    {
      name: 'joint-research',
      title: { zh: '联合研究', en: 'Joint research' },
      activities: ['research@1'],
      transitions: [
        {
          name: 'submit-for-review',
          to: 'review',
          command: 'SubmitForReview',
          conditions: ['every-milestone-confirmed@1'],
        },
      ],
    },
    {
      name: 'review',
      title: { zh: '评审', en: 'Review' },
      activities: ['review@1'],
      deadline: { duration: 'P15D', pausable: true, remind: { workingDaysBefore: [5, 2], onTheDay: true } },
      transitions: [
        { name: 'conclude', to: 'concluded', command: 'ConcludeAgreement', conditions: ['verdict-passed@1'] },
        { name: 'revise', to: 'joint-research', command: null, conditions: ['verdict-revision-requested@1'] },
        { name: 'fail', to: 'terminated', command: null, conditions: ['verdict-failed@1'] },
      ],
    },
    { name: 'concluded', title: { zh: '已完成', en: 'Concluded' }, activities: [], transitions: [] },
    { name: 'terminated', title: { zh: '已终止', en: 'Terminated' }, activities: [], transitions: [] },
    { name: 'withdrawn', title: { zh: '已撤回', en: 'Withdrawn' }, activities: [], transitions: [] },
    { name: 'declined', title: { zh: '已拒签', en: 'Declined' }, activities: [], transitions: [] },
  ],
};
