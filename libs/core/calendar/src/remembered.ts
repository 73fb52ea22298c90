const MAX_REMEMBERED = 10_000;

/** What `find` answered for a key; where a million are asked for, they are few different ones. */
export function rememberedIn<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find();
  if (known.size >= MAX_REMEMBERED) known.clear();
  known.set(key, found);
  return found;
}
