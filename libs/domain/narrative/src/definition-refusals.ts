import type { DefinitionRefusalCode } from '@entente/agreement';

import type { RefusalSentences } from './refusal-words.js';

export const definitionRefusals: RefusalSentences<DefinitionRefusalCode> = {
  'definition-faulty': {
    zh: (words) => `流程定义有${words.count('faults')}处错误。`,
    en: (words) =>
      words.count('faults') === '1'
        ? 'The definition has a fault.'
        : `The definition has ${words.count('faults')} faults.`,
  },
  'unknown-definition': {
    zh: '没有这个流程定义。',
    en: 'There is no such workflow definition.',
  },
  'name-shipped': {
    zh: '这是系统自带流程的名称，请另取名称。',
    en: 'A definition of this name comes with Entente; choose another name.',
  },
  'version-published': {
    zh: (words) => `该版本已经发布，内容不能更改；请以第${words.value('next')}版发布。`,
    en: (words) =>
      `This version is published and stays as it is; publish the change as version ${words.value('next')}.`,
  },
  'version-skipped': {
    zh: (words) => `下一版应为第${words.value('next')}版。`,
    en: (words) => `The next version is ${words.value('next')}.`,
  },
  'kind-changed': {
    zh: (words) => `各版本的类型须一致：${words.value('kind')}。`,
    en: (words) => `Every version is of the same kind, which is ${words.value('kind')}.`,
  },
  'pattern-taken': {
    zh: (words) => `编号格式已用于${words.value('kind')}，请另定格式。`,
    en: (words) =>
      `Agreements of the kind ${words.value('kind')} are numbered like this; choose another pattern.`,
  },
};
