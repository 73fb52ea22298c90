import { all, constraint, wrongType } from './constraint.js';
import { document, isObject, presence, type About } from './fields.js';

const MAX_STAGES = 50;
const STAGE = /^[a-z][a-z0-9-]{0,63}$/u;

/** Names of stages by names of stages. */
export function StageNames(about: About = {}): PropertyDecorator {
  return all(
    document(
      { type: 'object', additionalProperties: { type: 'string', pattern: STAGE.source }, example: {} },
      about,
    ),
    presence(about),
    wrongType('object', (names) => names === undefined || isObject(names)),
    constraint('malformed', (names) => !isObject(names) || Object.entries(names).flat().every(isStage), {
      pattern: STAGE.source,
    }),
    constraint('too-many', (names) => !isObject(names) || Object.keys(names).length <= MAX_STAGES, {
      max: MAX_STAGES,
    }),
  );
}

function isStage(name: unknown): boolean {
  return typeof name === 'string' && STAGE.test(name);
}
