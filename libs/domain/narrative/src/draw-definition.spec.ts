import { definitions } from '@entente/agreement';

import { drawDefinition } from './draw-definition.js';

it.each(definitions())('$name@$version is drawn in the words of people, in both languages', (definition) => {
  const ways = definition.stages.flatMap(({ transitions }) => transitions);
  for (const language of ['zh', 'en'] as const) {
    const drawn = drawDefinition(definition, language);
    for (const { command, name } of ways)
      expect(drawn).not.toMatch(new RegExp(`>${command ?? name}[<（ ]`, 'u'));
    for (const { title } of definition.stages) expect(drawn).toContain(`>${title[language] ?? ''}<`);
  }
  expect(drawDefinition(definition, 'zh')).toContain('>撤回<');
  expect(drawDefinition(definition, 'en')).toContain('>by itself<');
});
