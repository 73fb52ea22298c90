import type { AttributeValue } from '../words.js';

/** Those named change, null takes one away; the others stay. */
export interface SetAttributes {
  readonly type: 'SetAttributes';
  readonly values: Readonly<Record<string, AttributeValue | null>>;
  /** Why they are put right, once the stages that ask for them are over. */
  readonly reason?: string;
}
