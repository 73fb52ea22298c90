import { expect, it } from '@jest/globals';

import { parseStreamName, streamName } from './stream-name.js';

it('a stream name gives back the parts it was made of', () => {
  const name = streamName('main', 'register', 'reference-2026');
  expect(name).toBe('main.register-reference-2026');
  expect(parseStreamName(name)).toEqual({ space: 'main', category: 'register', id: 'reference-2026' });
});

it.each([
  '',
  'main',
  'main.agreement',
  'main.agreement-',
  '.agreement-1',
  'Main.agreement-1',
  'main.agreement-1\n',
])('"%s" is no stream name', (name) => {
  expect(() => parseStreamName(name)).toThrow(TypeError);
});

it('a part that would blur the name is refused', () => {
  expect(() => streamName('main', 'agree-ment', '1')).not.toThrow();
  expect(() => streamName('ma.in', 'agreement', '1')).toThrow(TypeError);
});
