import type { StageName } from '../../api/types.js';
import { isFinal, OPEN_STAGES } from '../../format/stages.js';
import { useWords } from '../../i18n/index.js';
import { DayOf } from '../../parts/times.js';
import type { StageMark } from './replay/use-stage-marks.js';
import type { Shown } from './shown.js';

interface StagePathProps {
  readonly shown: Shown;
  readonly marks: readonly StageMark[];
}

/** The way of the letter: where it has been and since when, where it stands, what is still to come. */
export function StagePath({ shown: { agreement, zone }, marks }: StagePathProps) {
  const { t } = useWords();
  const { stage } = agreement;
  const end: StageName = isFinal(stage) ? stage : 'concluded';
  const path: StageName[] = [...OPEN_STAGES, end];
  const here = path.indexOf(stage);
  const since = (one: StageName): string | undefined =>
    one === stage ? agreement.stageSince : marks.findLast((mark) => mark.stage === one)?.since;
  return (
    <ol className="stage-path" aria-label={t('agreement.stages')}>
      {path.map((one, index) => {
        const entered = index <= here ? since(one) : undefined;
        const skipped = index < here && entered === undefined && marks.length > 0;
        return (
          <li
            key={one}
            data-stage={one}
            data-state={index === here ? 'here' : index > here || skipped ? 'ahead' : 'done'}
            aria-current={index === here ? 'step' : undefined}
          >
            <span className="stage-path-name">{t(`stage.${one}`)}</span>
            <span className="stage-path-day">
              {entered === undefined ? null : <DayOf at={entered} zone={zone} />}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
