/** The parts of `{space}.{category}-{id}`. */
export interface StreamName {
  readonly space: string;
  readonly category: string;
  readonly id: string;
}

// A category has no hyphen, so the first one ends it; ids may hold more of them (UUIDs, register kinds).
const STREAM_NAME = /^([a-z][a-z0-9]{0,31})\.([a-z][a-z0-9]{0,31})-([A-Za-z0-9][A-Za-z0-9_-]{0,127})$/;

export function streamName(space: string, category: string, id: string): string {
  const name = `${space}.${category}-${id}`;
  if (!STREAM_NAME.test(name)) throw new TypeError(`"${name}" is no stream name`);
  return name;
}

/** Throws TypeError when `stream` is not of the form `{space}.{category}-{id}`. */
export function parseStreamName(stream: string): StreamName {
  const match = STREAM_NAME.exec(stream);
  if (!match) throw new TypeError(`"${stream}" is no stream name`);
  const [, space = '', category = '', id = ''] = match;
  return { space, category, id };
}
