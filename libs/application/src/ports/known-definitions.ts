import {
  definitionOf,
  newestOf,
  versionOf,
  workflowDecider,
  type WorkflowDefinition,
} from '@entente/agreement';
import { readFolded, streamName, type EventStore } from '@entente/event-sourcing';

const NAMED = /^([a-z][a-z0-9-]{0,39})@([1-9]\d{0,3})$/u;
const MAX_KEPT = 1_000;

/**
 * The definitions that agreements of a space may be under: those shipped, and those published there. A published
 * version never changes, so what was found once is kept; what was not found is looked for again.
 */
export class KnownDefinitions {
  readonly #kept = new Map<string, WorkflowDefinition>();

  /** `name@version`; undefined when there is none. */
  async named(
    store: EventStore,
    space: string,
    nameAtVersion: string,
  ): Promise<WorkflowDefinition | undefined> {
    const shipped = definitionOf(nameAtVersion);
    if (shipped) return shipped;
    const [, name, version] = NAMED.exec(nameAtVersion) ?? [];
    if (name === undefined) return undefined;
    const key = `${space} ${nameAtVersion}`;
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const found = versionOf(await workflowOf(store, space, name), Number(version));
    if (found) this.#keep(key, found);
    return found;
  }

  /** By what an agreement of this kind is proposed that names no definition. */
  async newest(store: EventStore, space: string, kind: string): Promise<WorkflowDefinition | undefined> {
    const shipped = newestOf(kind);
    if (shipped || !NAMED.test(`${kind}@1`)) return shipped;
    const published = (await workflowOf(store, space, kind)).versions.at(-1);
    return published?.kind === kind ? published : undefined;
  }

  #keep(key: string, definition: WorkflowDefinition): void {
    if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
    this.#kept.set(key, definition);
  }
}

async function workflowOf(store: EventStore, space: string, name: string) {
  const { state } = await readFolded(store, streamName(space, 'workflow', name), workflowDecider);
  return state;
}
