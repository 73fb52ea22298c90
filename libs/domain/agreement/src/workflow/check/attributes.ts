import type { AttributeSchema } from '../attributes.js';
import type { WorkflowDefinition } from '../definition.js';
import { fault, type DefinitionFault } from './fault.js';

type Keyword = Exclude<keyof AttributeSchema, 'type' | 'titles'>;

/** What JSON Schema would silently take as saying nothing. */
const KEYWORDS: Readonly<Record<AttributeSchema['type'], readonly Keyword[]>> = {
  string: ['format', 'enum', 'enumTitles', 'maxLength'],
  integer: ['minimum', 'maximum'],
  boolean: [],
};

export function attributeFaults({ attributes, stages }: WorkflowDefinition): DefinitionFault[] {
  if (!attributes) {
    return stages.flatMap(({ activities, transitions }, index) => [
      ...activities.flatMap((activity, place) =>
        activity === 'attributes@1' ? [fault(`/stages/${index}/activities/${place}`, 'no-attributes')] : [],
      ),
      ...transitions.flatMap(({ conditions }, exit) =>
        conditions.flatMap((condition, place) =>
          condition === 'attributes-set@1'
            ? [fault(`/stages/${index}/transitions/${exit}/conditions/${place}`, 'no-attributes')]
            : [],
        ),
      ),
    ]);
  }
  const known = Object.keys(attributes.properties);
  return [
    ...(attributes.required ?? []).flatMap((name, index) =>
      known.includes(name) ? [] : [fault(`/attributes/required/${index}`, 'unknown-attribute', { known })],
    ),
    ...Object.entries(attributes.properties).flatMap(([name, attribute]) =>
      oneAttributesFaults(attribute, `/attributes/properties/${name}`),
    ),
  ];
}

function oneAttributesFaults(attribute: AttributeSchema, at: string): DefinitionFault[] {
  const { type, enum: words = [], enumTitles = {}, minimum, maximum } = attribute;
  const idle = Object.values(KEYWORDS)
    .flat()
    .filter((keyword) => attribute[keyword] !== undefined && !KEYWORDS[type].includes(keyword));
  return [
    ...idle.map((keyword) => fault(`${at}/${keyword}`, 'attribute-keyword', { keyword, type })),
    ...Object.keys(enumTitles)
      .filter((word) => !words.includes(word))
      .map((word) => fault(`${at}/enumTitles/${word}`, 'unknown-attribute', { known: words })),
    ...(minimum !== undefined && maximum !== undefined && minimum > maximum
      ? [fault(`${at}/maximum`, 'empty-range')]
      : []),
  ];
}
