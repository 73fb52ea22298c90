export * from './agreement-decider.js';
export { comingDayFault, reasonFault } from './checks.js';
export * from './commands.js';
export { COORDINATORS, isFor, restrictedEntries, type Restriction } from './comments/audience.js';
export * from './context.js';
export { correctableFields } from './correction/decide.js';
export * from './duties.js';
export * from './events.js';
export { isConfirmable } from './overrides/still-possible.js';
export { MAX_PAPERS, SCAN_TYPES } from './papers/decide.js';
export * from './publishing/publishing.js';
export * from './refusals.js';
export * from './register/register.js';
export { isByTwo, isRetractable, RETRACTION_HOURS, retractableUntil } from './retraction/decide.js';
export type { PartyRoute, PostsWord } from './route/party-route.js';
export { postsAwaited, postsUp, standsOf, type PostStanding } from './route/standing.js';
export { signatureOfEntry } from './signing/of-entry.js';
export { signingNow } from './signing/order.js';
export { signingPosition, substituteOf } from './signing/record.js';
export { meansAskedOf } from './signing/rule.js';
export * from './state.js';
export { MAX_BODY, MAX_HEADING, MAX_SECTIONS } from './text/decide.js';
export * from './text/difference.js';
export { TEXT_FILE_TYPES, textFileOf } from './text/text-files.js';
export { renditionHash, textHashOf } from './text/text-hash.js';
export * from './workflow/attribute-filter.js';
export * from './workflow/attributes.js';
export { conditionName, missingOf } from './workflow/conditions.js';
export * from './workflow/check/check-definition.js';
export * from './workflow/check/definition-schema.js';
export * from './workflow/check/fault.js';
export { asksForPartyCalendars, isRunning } from './workflow/deadlines.js';
export * from './workflow/definition.js';
export * from './workflow/reminder-policy.js';
export {
  commandsOpenIn,
  definitionOf,
  definitions,
  EXPIRED,
  newestOf,
  openCommands,
  stageOf,
  stagesOpenFor,
  VOIDED,
} from './workflow/definitions.js';
export { pausableIn } from './workflow/pause.js';
export { recounted, type Recounted } from './workflow/recount.js';
export * from './words.js';
