export type Check = (value: unknown) => boolean;

type Class = abstract new (...args: never[]) => object;

interface Field {
  readonly checks: Check[];
  /** Class of the object, or of each object of the list, that stands there. */
  nested?: () => Class;
}

const fieldsOf = new Map<unknown, Map<string, Field>>();

/** What our decorators say of a field; class-validator keeps the same for telling people what is wrong. */
export function fieldOf(target: object, property: string | symbol): Field {
  const owner = target.constructor;
  const fields = fieldsOf.get(owner) ?? new Map<string, Field>();
  fieldsOf.set(owner, fields);
  const field = fields.get(String(property)) ?? { checks: [] };
  fields.set(String(property), field);
  return field;
}

/**
 * Whether nothing at all is wrong with `value`. Most requests are right, and class-validator works out anew for each
 * of them what there is to check; only those that are not right go there, to be told why.
 */
export function isRight(dto: Class, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const given = value as Readonly<Record<string, unknown>>;
  const fields = allFieldsOf(dto);
  for (const name of Object.keys(given)) if (!fields.has(name)) return false;
  for (const [name, { checks, nested }] of fields) {
    const member = given[name];
    for (const holds of checks) if (!holds(member)) return false;
    // Where null may stand, its check has let it.
    if (nested && member !== undefined && member !== null && !areRight(nested(), member)) return false;
  }
  return true;
}

function areRight(dto: Class, value: unknown): boolean {
  return Array.isArray(value) ? value.every((item) => isRight(dto, item)) : isRight(dto, value);
}

const collected = new Map<Class, ReadonlyMap<string, Field>>();

/** Of a class and those it extends; a field that both have is checked as both say. */
function allFieldsOf(dto: Class): ReadonlyMap<string, Field> {
  const known = collected.get(dto);
  if (known) return known;
  const all = new Map<string, Field>();
  for (let owner: unknown = dto; typeof owner === 'function'; owner = Object.getPrototypeOf(owner)) {
    for (const [name, { checks, nested }] of fieldsOf.get(owner) ?? []) {
      const more = nested ?? all.get(name)?.nested;
      all.set(name, {
        checks: [...(all.get(name)?.checks ?? []), ...checks],
        ...(more ? { nested: more } : {}),
      });
    }
  }
  collected.set(dto, all);
  return all;
}
