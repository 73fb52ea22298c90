import type { ProblemBody } from './types.js';

/** What the API refused, in its own sentence. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly body: Partial<ProblemBody>,
  ) {
    super(body.detail ?? body.title ?? '');
  }

  get code(): string {
    return this.body.code ?? '';
  }

  /** Sentences by the field they belong to. */
  get fields(): readonly { readonly field: string; readonly detail: string }[] {
    if (this.body.errors && this.body.errors.length > 0) return this.body.errors;
    return this.body.field === undefined ? [] : [{ field: this.body.field, detail: this.message }];
  }
}

/** The server gave no answer at all. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export const statusOf = (error: unknown): number | undefined =>
  error instanceof Problem ? error.status : undefined;

export const codeOf = (error: unknown): string | undefined =>
  error instanceof Problem ? error.code : undefined;

/** Somebody else wrote to the letter first: look again, then decide. */
export const isConflict = (error: unknown): boolean => [409, 412].includes(statusOf(error) ?? 0);
