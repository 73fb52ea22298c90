import type { BoardPage, StageName } from '../../api/types.js';
import { isFinal, STAGES } from '../../format/stages.js';
import { useWords } from '../../i18n/index.js';

interface StageSegmentsProps {
  readonly counts: BoardPage['byStage'] | undefined;
  readonly chosen: readonly StageName[];
  readonly onChange: (stages: readonly StageName[]) => void;
}

/** The way of a letter with how many stand where; each segment filters the list. */
export function StageSegments({ counts, chosen, onChange }: StageSegmentsProps) {
  const { t } = useWords();
  const all = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
  // The rarer ends only take room once a letter has come to them.
  const shown = STAGES.filter(
    (stage) => !isFinal(stage) || stage === 'concluded' || (counts?.[stage] ?? 0) > 0,
  );
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
          name={t(`stage.${stage}`)}
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
