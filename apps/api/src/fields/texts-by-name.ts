import { all, constraint, wrongType } from './constraint.js';
import { document, isObject, presence, type About } from './fields.js';

const MAX_TEXTS = 20;
const MAX_LENGTH = 200;

/** Short texts by names that people gave. */
export function TextsByName(about: About = {}): PropertyDecorator {
  return all(
    document(
      { type: 'object', additionalProperties: { type: 'string', maxLength: MAX_LENGTH }, example: {} },
      about,
    ),
    presence(about),
    wrongType('object', (texts) => texts === undefined || isObject(texts)),
    constraint('malformed', (texts) => !isObject(texts) || Object.values(texts).every(isShortText)),
    constraint('too-many', (texts) => !isObject(texts) || Object.keys(texts).length <= MAX_TEXTS, {
      max: MAX_TEXTS,
    }),
  );
}

function isShortText(text: unknown): boolean {
  return typeof text === 'string' && text.length <= MAX_LENGTH;
}
