import type { BoardPage, StageName } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { useStageNames } from '../../parts/use-stage-names.js';
import { isChosen, segmentsOf, toggled } from './segments.js';

interface StageSegmentsProps {
  readonly counts: BoardPage['stages'] | undefined;
  readonly chosen: readonly string[];
  readonly onChange: (stages: readonly string[]) => void;
}

/** The way of a letter with how many stand where; each segment filters the list. */
export function StageSegments({ counts, chosen, onChange }: StageSegmentsProps) {
  const { t } = useWords();
  const all = counts?.reduce((sum, { count }) => sum + count, 0);
  const segments = segmentsOf(counts ?? [], useStageNames(counts ?? []));
  return (
    <div className="segments" role="group" aria-label={t('board.stages')}>
      <Segment name={t('board.all')} count={all} pressed={chosen.length === 0} onPress={() => onChange([])} />
      {segments.map((segment) => (
        <Segment
          key={segment.asks.join(' ')}
          stage={segment.stage}
          name={segment.name}
          count={counts && segment.count}
          pressed={isChosen(segment, chosen)}
          onPress={() => onChange(toggled(segment, segments, chosen))}
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
