import type { WorkflowDefinition } from '../../api/types.js';

/** `letter-of-intent@1`, as an agreement says what it goes by. */
export const versionName = ({ name, version }: Pick<WorkflowDefinition, 'name' | 'version'>): string =>
  `${name}@${version}`;
