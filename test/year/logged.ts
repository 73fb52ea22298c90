/** What the log says, as plain JSON: all that the naive model may look at. */
export interface Logged {
  readonly stream: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** When it was recorded, UTC ISO text. */
  readonly at: string;
  readonly revision: number;
  readonly commandId: string;
  readonly actingAs?: string;
}

export function text({ data }: Logged, name: string): string {
  const value = data[name];
  return typeof value === 'string' ? value : '';
}

export function list({ data }: Logged, name: string): readonly string[] {
  const value = data[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
