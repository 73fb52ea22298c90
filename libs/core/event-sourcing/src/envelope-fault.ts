import { isUuid } from '@entente/canonical';

import type { Audience, EventEnvelope } from './envelope.js';

type Rule = (value: unknown) => boolean;

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const INSTANT = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/u;
const NAME = /^[A-Z][A-Za-z0-9]{0,99}$/u;
const SALT = /^[0-9a-f]{32}$/u;
const MAC = /^[0-9a-f]{64}$/u;
/** Ids are UUIDs or names such as `system:numbering`; longer ones would be content. */
const MAX_ID = 200;
const AUDIENCES: Readonly<Record<Audience, true>> = {
  'own-side': true,
  parties: true,
  coordinators: true,
  reviewers: true,
  public: true,
};

const matches =
  (pattern: RegExp): Rule =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const isId: Rule = (value) => typeof value === 'string' && value.length > 0 && value.length <= MAX_ID;
const isCount = (least: number): Rule => {
  return (value) => Number.isSafeInteger(value) && (value as number) >= least;
};
const isOptional =
  (rule: Rule): Rule =>
  (value) =>
    value === undefined || rule(value);

/** The envelope's members, all there are, in the order of its list. */
const RULES: Readonly<Record<keyof EventEnvelope, Rule>> = {
  id: (value) => typeof value === 'string' && isUuid(value),
  space: isId,
  stream: isId,
  revision: isCount(0),
  type: matches(NAME),
  schemaVersion: isCount(1),
  recordedAt: isInstant,
  effectiveOn: isOptional((value) => isDay(value) || isInstant(value)),
  actor: isId,
  actingAs: isOptional(isId),
  mandate: isOptional(isId),
  commandId: isId,
  bodyMac: matches(MAC),
  causationId: isId,
  correlationId: isId,
  audience: isOptional((value) => typeof value === 'string' && Object.hasOwn(AUDIENCES, value)),
  salt: matches(SALT),
  data: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};
const members = Object.entries(RULES);

/** The member of the envelope that is not as it must be, or that no envelope has. Data are restricted JSON's question. */
export function envelopeFault(event: object): string | undefined {
  const given = event as Readonly<Record<string, unknown>>;
  for (const name in given) if (!Object.hasOwn(RULES, name)) return name;
  for (const [name, isRight] of members) if (!isRight(given[name])) return name;
  return undefined;
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && INSTANT.test(value) && isDay(value.slice(0, 10));
}

/** A day that exists: to every reader 30 February is another one. */
function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
