import type { WorkflowDefinition } from '../../../api/types.js';
import { attributesOf } from '../../../parts/attributes.js';

type Titles = ReturnType<typeof attributesOf>[number]['schema']['titles'];

/** Something that letters can be chosen by, since a definition asks it to be known. */
export interface OfferedAttribute {
  readonly name: string;
  readonly titles: Titles;
  /** `text` also where definitions differ. */
  readonly kind: 'words' | 'yes-no' | 'number' | 'day' | 'text';
  /** With their titles; empty where it is no matter of words. */
  readonly words: readonly { readonly value: string; readonly titles: Titles }[];
}

/** Of all definitions together, by name; what the newest version calls it. */
export function offeredAttributes(
  definitions: readonly Pick<WorkflowDefinition, 'attributes'>[],
): readonly OfferedAttribute[] {
  const offered = new Map<string, OfferedAttribute>();
  for (const { name, schema } of definitions.flatMap(attributesOf)) {
    const words = (schema.enum ?? []).map((value) => ({
      value,
      titles: schema.enumTitles?.[value] ?? { en: value },
    }));
    const known = offered.get(name);
    const others = (known?.words ?? []).filter((one) => !words.some(({ value }) => value === one.value));
    const kind = known && known.kind !== kindOf(schema) ? 'text' : kindOf(schema);
    offered.set(name, { name, titles: schema.titles, kind, words: [...others, ...words] });
  }
  return [...offered.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function kindOf({
  type,
  format,
  enum: words,
}: ReturnType<typeof attributesOf>[number]['schema']): OfferedAttribute['kind'] {
  switch (type) {
    case 'integer':
      return 'number';
    case 'boolean':
      return 'yes-no';
    case 'string':
      return format === 'date' ? 'day' : words ? 'words' : 'text';
    default: {
      const never: never = type;
      return never;
    }
  }
}
