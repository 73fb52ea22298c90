import { eventShapes } from '@entente/application';

import { read, storedHistories, storeHistory } from './history.js';
import { declaredShapes, storedShapes, storeShapes } from './shapes.js';

/**
 * Records what the program makes of the stored histories, for a look at the difference, and the shapes of new types
 * and versions. Stored events and shapes stay as they are: they are in people's logs.
 */
for (const [name, history] of storedHistories()) storeHistory(name, read(history));

const shapes: Record<string, Record<string, object>> = structuredClone(storedShapes());
for (const [type, shape] of Object.entries(declaredShapes())) {
  const versions = (shapes[type] ??= {});
  versions[String(eventShapes.schemaVersions[type])] ??= shape;
}
storeShapes(shapes);
