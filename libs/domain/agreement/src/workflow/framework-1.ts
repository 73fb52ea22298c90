import type { WorkflowDefinition } from './definition.js';

/**
 * A framework that many may join: it comes into force when two have signed, and whoever was invited before or is
 * invited later signs the same text when ready.
 */
export const framework1: WorkflowDefinition = {
  name: 'framework',
  version: 1,
  kind: 'framework',
  title: { zh: '合作框架协议', en: 'Framework agreement' },
  numberPattern: 'FRA-{year}-{number:4}',
  partyRoles: [
    { role: 'convener', title: { zh: '发起方', en: 'Convener' } },
    { role: 'member', title: { zh: '成员方', en: 'Member' }, several: true },
  ],
  milestoneReminders: { workingDaysBefore: [10, 3], onTheDay: true },
  milestoneDays: { pausable: true },
  signedCopy: { duration: 'P3D', remind: { workingDaysBefore: [1], onTheDay: true } },
  template: [
    {
      sectionId: 'framework',
      renditions: {
        zh: {
          heading: '一、框架',
          body: '各方在本框架内开展合作；具体事项由有关各方另行约定。',
        },
        en: {
          heading: '1. Framework',
          body: 'The parties cooperate within this framework; particular matters are settled by those concerned in agreements of their own.',
        },
      },
    },
    {
      sectionId: 'force-and-accession',
      renditions: {
        zh: {
          heading: '二、生效与加入',
          body: '本框架自两方签署之日起在签署各方之间生效；其他受邀方自其签署之日起加入。',
        },
        en: {
          heading: '2. Entry into force and accession',
          body: 'This framework takes effect between those who have signed on the day on which the second of them signs. Others who are invited accede on the day on which they sign.',
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
      deadline: { duration: 'P40D', pausable: true, remind: { workingDaysBefore: [10, 2], onTheDay: true } },
      transitions: [
        {
          name: 'submit-for-signing',
          to: 'signing',
          command: 'SubmitForSigning',
          conditions: [
            { name: 'parties-at-least@1', count: 2 },
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
      deadline: { duration: 'P20D', pausable: true, remind: { workingDaysBefore: [5, 2], onTheDay: true } },
      transitions: [
        {
          name: 'enter-into-force',
          to: 'in-force',
          command: null,
          conditions: [{ name: 'quorum-signed@1', count: 2 }],
        },
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
      activities: ['parties@1', 'signing@1', 'accession@1'],
      transitions: [{ name: 'conclude', to: 'concluded', command: 'ConcludeAgreement', conditions: [] }],
    },
    { name: 'concluded', title: { zh: '已完成', en: 'Concluded' }, activities: [], transitions: [] },
    { name: 'withdrawn', title: { zh: '已撤回', en: 'Withdrawn' }, activities: [], transitions: [] },
    { name: 'declined', title: { zh: '已拒签', en: 'Declined' }, activities: [], transitions: [] },
  ],
};
