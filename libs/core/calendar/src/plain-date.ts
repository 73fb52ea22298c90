/** Throws RangeError, saying which text it was: Temporal's own message does not. */
export function plainDate(date: string): Temporal.PlainDate {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return Temporal.PlainDate.from(date);
  } catch {
    // Falls through to the sentence below.
  }
  throw new RangeError(`"${date}" is no date of the form YYYY-MM-DD`);
}

/** Answers what `convert` does; throws RangeError naming the zone when it is no IANA time zone. */
export function inZone<T>(zone: string, convert: () => T): T {
  try {
    return convert();
  } catch (cause) {
    throw new RangeError(`"${zone}" is no IANA time zone`, { cause });
  }
}
