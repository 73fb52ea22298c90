import { definitionOf } from '@entente/agreement';

import { event, type Told } from './telling.js';

export const definitionTold: readonly Told[] = [
  [
    event('DefinitionPublished', { definition: { ...definitionOf('memorandum@1')!, version: 2 } }),
    'Lin Yue published version 2 of the workflow “Memorandum of understanding”.',
    '林悦发布了流程“合作备忘录”第2版。',
  ],
];
