import { workflowDecider, type DefinitionPublished, type Workflow } from '@entente/agreement';
import { parseStreamName } from '@entente/event-sourcing';

import type { StateView } from '../state-projection.js';
import { DEFINITIONS, type DefinitionsTable } from './table.js';

/** Which definitions there are in a space; what one of them says is read from its own stream. */
export const definitionsView: StateView<Workflow, DefinitionPublished, DefinitionsTable> = {
  name: DEFINITIONS,
  version: 1,
  category: 'workflow',
  decider: workflowDecider,
  table: 'definitions',
  key: 'version',
  rowsOf: (stream, { versions }) => {
    const { space, id: name } = parseStreamName(stream);
    return versions.map((definition) => ({ stream, version: definition.version, space, name, definition }));
  },
};
