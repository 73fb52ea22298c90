import type { WorkflowDefinition } from '../../api/types.js';

/** What may be proposed: of every definition its newest version. */
export function newestVersions(definitions: readonly WorkflowDefinition[]): readonly WorkflowDefinition[] {
  const newest = new Map<string, WorkflowDefinition>();
  for (const definition of definitions) {
    const known = newest.get(definition.name);
    if (!known || known.version < definition.version) newest.set(definition.name, definition);
  }
  return [...newest.values()];
}

export const nameAtVersion = ({ name, version }: WorkflowDefinition): string => `${name}@${String(version)}`;

/** The number that some transition of it asks for under this condition. */
export function countAsked({ stages }: WorkflowDefinition, name: string): number | undefined {
  const conditions = stages.flatMap(({ transitions }) => transitions.flatMap((one) => one.conditions));
  const asked = conditions.find((one) => typeof one !== 'string' && one.name === name);
  return typeof asked === 'object' ? asked.count : undefined;
}

/** As the form holds them: the organisations of each role. */
export type PartiesByRole = Readonly<Record<string, readonly (string | undefined)[] | undefined>>;

/** Each party with its place in the form, in the order in which they are proposed. */
export function partiesIn(
  { partyRoles }: WorkflowDefinition,
  chosen: PartiesByRole = {},
): readonly { readonly partyId: string; readonly role: string; readonly place: (string | number)[] }[] {
  return partyRoles.flatMap(({ role }) =>
    (chosen[role] ?? []).flatMap((partyId, index) =>
      partyId === undefined ? [] : [{ partyId, role, place: ['parties', role, index] }],
    ),
  );
}
