import type { WorkflowDefinition } from './definition.js';

/** Two parties agree on terms of cooperation that come into force with the last signature; no work is reviewed. */
export const memorandum1: WorkflowDefinition = {
  name: 'memorandum',
  version: 1,
  kind: 'memorandum',
  title: { zh: '合作备忘录', en: 'Memorandum of understanding' },
  numberPattern: 'MOU-{year}-{number:4}',
  partyRoles: [
    { role: 'first-party', title: { zh: '甲方', en: 'First party' } },
    { role: 'second-party', title: { zh: '乙方', en: 'Second party' } },
  ],
  milestoneReminders: { workingDaysBefore: [10, 3], onTheDay: true },
  milestoneDays: { pausable: true },
  signedCopy: { duration: 'P3D', remind: { workingDaysBefore: [1], onTheDay: true } },
  template: [
    {
      sectionId: 'understanding',
      renditions: {
        zh: { heading: '一、共识', body: '双方经友好协商，就下列事项达成一致，并在各自职责范围内予以落实。' },
        en: {
          heading: '1. Understanding',
          body: 'The parties have reached a common understanding on the matters set out below and shall give effect to it, each within its own competence.',
        },
      },
    },
    {
      sectionId: 'force',
      renditions: {
        zh: { heading: '二、生效', body: '本备忘录自双方签署之日起生效。' },
        en: {
          heading: '2. Entry into force',
          body: 'This memorandum takes effect on the day on which the last party signs it.',
        },
      },
    },
  ],
  initial: 'drafting',
  stages: [
    {
      name: 'drafting',
      title: { zh: '起草', en: 'Drafting' },
      activities: ['parties@1', 'text@1'],
      deadline: { duration: 'P20D', pausable: true, remind: { workingDaysBefore: [5, 2], onTheDay: true } },
      transitions: [
        {
          name: 'submit-for-signing',
          to: 'signing',
          command: 'SubmitForSigning',
          conditions: [
            'two-parties-at-least@1',
            'text-present@1',
            'every-party-named-signatory@1',
            'every-party-approved@1',
          ],
        },
        { name: 'withdraw', to: 'withdrawn', command: 'WithdrawAgreement', conditions: [], abandons: true },
      ],
    },
    {
      name: 'signing',
      title: { zh: '签署', en: 'Signing' },
      activities: ['signing@1'],
      deadline: { duration: 'P10D', pausable: true, remind: { workingDaysBefore: [5, 2], onTheDay: true } },
      transitions: [
        { name: 'enter-into-force', to: 'in-force', command: null, conditions: ['every-party-signed@1'] },
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
      name: 'in-force',
      title: { zh: '生效', en: 'In force' },
      activities: [],
      transitions: [{ name: 'conclude', to: 'concluded', command: 'ConcludeAgreement', conditions: [] }],
    },
    { name: 'concluded', title: { zh: '已完成', en: 'Concluded' }, activities: [], transitions: [] },
    { name: 'withdrawn', title: { zh: '已撤回', en: 'Withdrawn' }, activities: [], transitions: [] },
    { name: 'declined', title: { zh: '已拒签', en: 'Declined' }, activities: [], transitions: [] },
  ],
};
