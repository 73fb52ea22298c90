import type { DefinitionPublished } from '@entente/agreement';

import type { Sentences } from './sentences.js';

export const definitionSentences: Sentences<DefinitionPublished> = {
  DefinitionPublished: {
    zh: (event, voice) => {
      const { title, version } = event.data.definition;
      return `${voice.actor(event)}发布了流程“${voice.name(title)}”第${version}版。`;
    },
    en: (event, voice) => {
      const { title, version } = event.data.definition;
      return `${voice.actor(event)} published version ${version} of the workflow “${voice.name(title)}”.`;
    },
  },
};
