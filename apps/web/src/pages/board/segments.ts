import type { BoardPage, StageName } from '../../api/types.js';
import { OPEN_STAGES, STAGES } from '../../format/stages.js';
import type { StageOf } from '../../parts/use-stage-names.js';

/** A stage under one of the names it has, with how many stand there. */
export interface Segment {
  readonly stage: StageName;
  readonly name: string;
  readonly count: number;
  /** What the board is asked with: the stage, or that of each definition, where others call it something else. */
  readonly asks: readonly string[];
}

/** The rarer ends, and the stages of other kinds, only take room once an agreement has come to them. */
const ALWAYS: readonly StageName[] = [...OPEN_STAGES, 'concluded'];

export function segmentsOf(
  counts: BoardPage['stages'],
  nameOf: (stage: StageOf) => string,
): readonly Segment[] {
  const others = counts.map(({ stage }) => stage).sort();
  return [...new Set<StageName>([...STAGES, ...others])].flatMap((stage): readonly Segment[] => {
    const here = counts.filter((one) => one.stage === stage);
    const named = [...Map.groupBy(here, nameOf)];
    const [first] = named;
    if (!first)
      return ALWAYS.includes(stage) ? [{ stage, name: nameOf({ stage }), count: 0, asks: [stage] }] : [];
    if (named.length === 1) return [{ stage, name: first[0], count: sumOf(here), asks: [stage] }];
    return named.map(([name, alike]) => ({
      stage,
      name,
      count: sumOf(alike),
      asks: alike.map(({ definition }) => (definition ? `${definition}/${stage}` : stage)),
    }));
  });
}

export const isChosen = ({ stage, asks }: Segment, chosen: readonly string[]): boolean =>
  chosen.includes(stage) || asks.every((one) => chosen.includes(one));

/** What is asked for once the segment was pressed; one that was chosen with others of its stage leaves those. */
export function toggled(
  segment: Segment,
  segments: readonly Segment[],
  chosen: readonly string[],
): readonly string[] {
  const without = chosen.filter((one) => !segment.asks.includes(one));
  if (!isChosen(segment, chosen)) return [...without, ...segment.asks];
  if (!without.includes(segment.stage)) return without;
  const alike = segments.filter((one) => one.stage === segment.stage && one !== segment);
  return [...without.filter((one) => one !== segment.stage), ...alike.flatMap(({ asks }) => asks)];
}

const sumOf = (counts: BoardPage['stages']): number => counts.reduce((sum, { count }) => sum + count, 0);
