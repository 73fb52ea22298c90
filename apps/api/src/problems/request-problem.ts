import type { FieldCode, FieldFacts } from '../fields/constraint.js';
import type { BodyFaultCode } from '../body/body-fault.js';

/** What is wrong with a request before any rule of the domain was asked. */
export type RequestProblemCode =
  | 'invalid-body'
  | 'invalid-query'
  | 'invalid-header'
  | 'bad-request'
  | 'not-signed-in'
  | 'cross-origin'
  | 'not-allowed'
  | 'not-found'
  | 'no-web-page'
  | 'before-its-beginning'
  | 'answer-link-unknown'
  | 'answer-link-expired'
  | 'answer-link-passed-on'
  | 'already-set-up'
  | 'setup-begun'
  | 'body-too-large'
  | 'unsupported-media-type'
  | 'too-many-requests'
  | 'too-many-streams'
  | 'store-unavailable'
  | 'stream-unreadable'
  | 'internal-error';

export interface FieldProblem {
  /** Path in the body or query: `parties.0.role`; the empty text is the whole. */
  readonly field: string;
  readonly code: FieldCode | BodyFaultCode;
  readonly facts?: FieldFacts;
}

/** Thrown where a request cannot go on; the one filter turns it into problem details. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';

  constructor(
    readonly code: RequestProblemCode,
    readonly about: {
      readonly field?: string;
      readonly facts?: Readonly<Record<string, unknown>>;
      readonly errors?: readonly FieldProblem[];
    } = {},
  ) {
    super(code);
  }
}
