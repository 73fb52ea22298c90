/** The body of a command: what the request said, as plain as it came, under the type that the path tells. */
export function commandBody<Type extends string, Fields extends object>(
  type: Type,
  fields: Fields,
): Fields & { readonly type: Type } {
  return { ...fields, type };
}
