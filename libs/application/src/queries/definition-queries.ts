import type { WorkflowDefinition } from '@entente/agreement';
import { Query } from '@nestjs/cqrs';

import type { Freshness } from './answers.js';
import type { Asked } from './queries.js';

export interface DefinitionList {
  readonly items: readonly WorkflowDefinition[];
  readonly freshness: Freshness;
}

/** Those shipped, then those published in the viewer's space, by name and version. */
export class ListDefinitions extends Query<DefinitionList> {
  constructor(readonly asked: Asked) {
    super();
  }
}
