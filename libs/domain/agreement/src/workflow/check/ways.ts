import type { StageName } from '../../words.js';
import type { WorkflowDefinition } from '../definition.js';
import type { DefinitionFault } from './fault.js';

type Exits = ReadonlyMap<StageName, readonly StageName[]>;

/** Whether every stage is on a way from the first one to an end, and whether the agreement comes to rest. */
export function wayFaults({ initial, stages }: WorkflowDefinition): DefinitionFault[] {
  const names = stages.map(({ name }) => name);
  const unknown: DefinitionFault[] = [
    ...(names.includes(initial)
      ? []
      : [{ pointer: '/initial', code: 'unknown-stage', facts: { stages: names } } as const]),
    ...stages.flatMap(({ transitions }, index) =>
      transitions.flatMap(({ to }, exit) =>
        names.includes(to)
          ? []
          : [
              {
                pointer: `/stages/${index}/transitions/${exit}/to`,
                code: 'unknown-stage',
                facts: { stages: names },
              } as const,
            ],
      ),
    ),
  ];
  // The ways are worth looking at once they lead somewhere.
  if (unknown.length > 0) return unknown;
  const exits: Exits = new Map(
    stages.map(({ name, transitions }) => [name, transitions.map(({ to }) => to)]),
  );
  const automatic: Exits = new Map(
    stages.map(({ name, transitions }) => [
      name,
      transitions.filter(({ command }) => command === null).map(({ to }) => to),
    ]),
  );
  const reached = reachable(initial, exits);
  return stages.flatMap(({ name }, index) => {
    const pointer = `/stages/${index}`;
    const onward = reachable(name, exits);
    const circle = (automatic.get(name) ?? []).flatMap((next) => [...reachable(next, automatic)]);
    return [
      ...(reached.has(name) ? [] : [{ pointer, code: 'unreachable-stage' } as const]),
      ...([...onward].some((stage) => exits.get(stage)?.length === 0)
        ? []
        : [{ pointer, code: 'no-way-to-an-end' } as const]),
      ...(circle.includes(name)
        ? [{ pointer, code: 'automatic-cycle', facts: { stages: [...new Set(circle)] } } as const]
        : []),
    ];
  });
}

/** The stage itself and all that can be come to from it. */
function reachable(from: StageName, exits: Exits): ReadonlySet<StageName> {
  const found = new Set([from]);
  for (const stage of found) for (const to of exits.get(stage) ?? []) found.add(to);
  return found;
}
