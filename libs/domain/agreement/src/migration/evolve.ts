import type { DefinitionMigrated } from '../events.js';
import type { ProposedAgreement } from '../state.js';

/** The stage goes on, by whatever name: it began when it began. */
export function evolveDefinition(
  state: ProposedAgreement,
  { data: { to, stage, title, activities, moves } }: DefinitionMigrated,
): ProposedAgreement {
  return { ...state, definition: to, stage, stageTitle: title, activities, moves };
}
