import { BASE_PERSON } from '../agreement-builders.js';
import { event, type Told } from './telling.js';

export const deskTold: readonly Told[] = [
  [
    event('DeskAssigned', { deskId: 'd', desk: 'desk-d@4' }),
    'Lin Yue gave the letter into the care of “a position”.',
    '林悦将本次合作交由“某职位”统筹。',
  ],
  [
    event('DefinitionMigrated', {
      from: 'excavation@1',
      to: 'excavation@2',
      fromStage: 'staking-out',
      stage: 'pegging-out',
      title: { zh: '打桩', en: 'Pegging out' },
      activities: [],
      moves: [],
    }),
    'Lin Yue moved the agreement from the workflow definition excavation@1 to excavation@2, which calls its stage “Pegging out”.',
    '林悦将本次合作由流程定义excavation@1转为excavation@2，所处阶段改称“打桩”。',
  ],
  [
    event('DeskOpened', {
      name: { zh: '一席', en: 'First desk' },
      personId: BASE_PERSON,
      from: '2026-03-02',
    }),
    'Lin Yue opened the desk “First desk”, kept by Chen Jing from 2 March 2026.',
    '林悦设立了统筹席位“一席”，自2026年3月2日起由陈静负责。',
  ],
  [
    event('DeskOffered', { personId: BASE_PERSON, from: '2026-03-09' }),
    'Lin Yue offered the desk to Chen Jing from 9 March 2026.',
    '林悦拟自2026年3月9日起将该席位移交给陈静。',
  ],
  [
    event('DeskOfferWithdrawn', { personId: BASE_PERSON }),
    'Lin Yue withdrew the offer of the desk to Chen Jing.',
    '林悦撤回了向陈静的移交。',
  ],
  [
    event('DeskHolderChanged', { personId: BASE_PERSON, from: '2026-03-09', reason: 'Retired.' }),
    'Chen Jing keeps the desk and all its agreements from 9 March 2026: “Retired”.',
    '自2026年3月9日起，该席位及其全部合作由陈静负责，原因：“Retired”。',
  ],
];
