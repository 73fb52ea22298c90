import { useQuery } from '@tanstack/react-query';

import { definitionQuery } from '../../api/queries.js';
import type { StageName, WorkflowDefinition } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { DayOf } from '../../parts/times.js';
import type { StageMark } from './replay/use-stage-marks.js';
import type { Shown } from './shown.js';

interface StagePathProps {
  readonly shown: Shown;
  readonly marks: readonly StageMark[];
}

/** The way of the agreement: where it has been and since when, where it stands, what is still to come. */
export function StagePath({ shown: { agreement, zone }, marks }: StagePathProps) {
  const { t, local } = useWords();
  const { data: definition } = useQuery(definitionQuery(agreement.definition));
  const { stage } = agreement;
  const path = definition ? wayThrough(definition, stage, agreement.ended) : [stage];
  const here = path.indexOf(stage);
  const titleOf = (one: StageName): string =>
    local(definition?.stages.find(({ name }) => name === one)?.title ?? agreement.stageTitle);
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
            <span className="stage-path-name">{titleOf(one)}</span>
            <span className="stage-path-day">
              {entered === undefined ? null : <DayOf at={entered} zone={zone} />}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** By the first exit of each stage, which is the one that is hoped for; another end takes the place of that way's own. */
function wayThrough({ initial, stages }: WorkflowDefinition, here: StageName, ended: boolean): StageName[] {
  const path: StageName[] = [];
  for (let next: StageName | undefined = initial; next !== undefined && !path.includes(next);) {
    path.push(next);
    const name: StageName = next;
    next = stages.find((stage) => stage.name === name)?.transitions[0]?.to;
  }
  if (path.includes(here)) return path;
  return ended ? [...path.slice(0, -1), here] : [...path, here];
}
