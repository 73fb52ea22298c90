import type { BoardPage, StageName } from '../../api/types.js';
import { OPEN_STAGES, STAGES } from '../../format/stages.js';
import { useWords } from '../../i18n/index.js';
import { useStageNames } from '../../parts/use-stage-names.js';

interface StageSegmentsProps {
  readonly counts: BoardPage['byStage'] | undefined;
  readonly chosen: readonly StageName[];
  readonly onChange: (stages: readonly StageName[]) => void;
}

/** The way of a letter with how many stand where; each segment filters the list. */
export function StageSegments({ counts, chosen, onChange }: StageSegmentsProps) {
  const { t } = useWords();
  const all = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
  // The rarer ends, and the stages of other kinds, only take room once an agreement has come to them.
  const always: readonly StageName[] = [...OPEN_STAGES, 'concluded'];
  const shown = [...new Set<StageName>([...STAGES, ...Object.keys(counts ?? {}).sort()])].filter(
    (stage) => always.includes(stage) || (counts?.[stage] ?? 0) > 0,
  );
  const nameOf = useStageNames(shown.map((stage) => ({ stage })));
  const toggle = (stage: StageName): void => {
    onChange(chosen.includes(stage) ? chosen.filter((other) => other !== stage) : [...chosen, stage]);
  };
  return (
    <div className="segments" role="group" aria-label={t('board.stages')}>
      <Segment name={t('board.all')} count={all} pressed={chosen.length === 0} onPress={() => onChange([])} />
      {shown.map((stage) => (
        <Segment
          key={stage}
          stage={stage}
          name={nameOf({ stage })}
          count={counts && (counts[stage] ?? 0)}
          pressed={chosen.includes(stage)}
          onPress={() => toggle(stage)}
        />
      ))}
    </div>
  );
}

interface SegmentProps {
  readonly stage?: StageName;
  readonly name: string;
  readonly count: number | undefined;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function Segment({ stage, name, count, pressed, onPress }: SegmentProps) {
  return (
    <button
      type="button"
      className="segment"
      data-stage={stage}
      data-none={count === 0}
      aria-pressed={pressed}
      onClick={onPress}
    >
      <span className="segment-count">{count ?? '–'}</span>
      <span className="segment-name">{name}</span>
    </button>
  );
}
