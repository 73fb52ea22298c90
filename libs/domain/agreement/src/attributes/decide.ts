import { isRefused } from '@entente/event-sourcing';

import { reasonFault } from '../checks.js';
import type { SetAttributes } from '../commands.js';
import type { Situation } from '../context.js';
import type { AgreementDecision } from '../decision.js';
import type { AttributesSet } from '../events.js';
import type { ProposedAgreement } from '../state.js';
import type { Attributes, AttributeValue } from '../words.js';
import { attributeOf, attributesFault, valueOf, type AttributesSchema } from '../workflow/attributes.js';

type Values = SetAttributes['values'];

export function isAttributesRepeat({ attributes }: ProposedAgreement, { values }: SetAttributes): boolean {
  return attributes !== undefined && changesIn(attributes, values).length === 0;
}

export function setAttributes(
  { attributes = {} }: ProposedAgreement,
  { values }: SetAttributes,
  { definition }: Situation,
): AgreementDecision {
  return (
    attributesFault(definition.attributes, attributes, values, 'values') ?? [
      attributesSet(definition.attributes, attributes, values),
    ]
  );
}

/** The stages that ask for them are over, and people err all the same: what was set stands in the history, and why not. */
export function correctAttributes(
  state: ProposedAgreement,
  command: SetAttributes,
  situation: Situation,
): AgreementDecision {
  const { reason = '' } = command;
  const facts = setAttributes(state, command, situation);
  if (isRefused(facts)) return facts;
  return (
    reasonFault(reason) ??
    facts.map((fact) => (fact.type === 'AttributesSet' ? { ...fact, data: { ...fact.data, reason } } : fact))
  );
}

/** That those which differ were set, under the words of the definition, so that telling it needs none. */
export function attributesSet(
  schema: AttributesSchema | undefined,
  known: Attributes,
  values: Values,
): AttributesSet {
  const changes = changesIn(known, values);
  return {
    type: 'AttributesSet',
    data: {
      values: Object.fromEntries(changes),
      labels: Object.fromEntries(changes.map(([name, value]) => [name, labelOf(schema, name, value)])),
    },
  };
}

function labelOf(
  schema: AttributesSchema | undefined,
  name: string,
  value: AttributeValue | null,
): AttributesSet['data']['labels'][string] {
  const attribute = schema && attributeOf(schema, name);
  const { enumTitles = {}, titles = {} } = attribute ?? {};
  const word = typeof value === 'string' && Object.hasOwn(enumTitles, value) ? enumTitles[value] : undefined;
  return { title: titles, ...(word ? { value: word } : {}) };
}

function changesIn(known: Attributes, values: Values): readonly (readonly [string, AttributeValue | null])[] {
  return Object.entries(values).filter(([name, value]) => (valueOf(known, name) ?? null) !== value);
}
