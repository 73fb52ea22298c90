export * from './calendar-faults.js';
export * from './day-in-words.js';
export * from './definition-faults.js';
export { drawDefinition } from './draw-definition.js';
export * from './entry-title.js';
export * from './refusal-sentence.js';
export { sentence, type NarratedFact } from './sentence.js';
export type { AnyEvent, Names } from './voice.js';
export { conditionText } from './words.js';
