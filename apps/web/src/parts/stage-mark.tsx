import './stage-mark.css';

import { useStageNames, type StageOf } from './use-stage-names.js';

export function StageMark({ stage, definition = null }: StageOf) {
  const nameOf = useStageNames([{ stage, definition }]);
  return (
    <span className="stage-mark" data-stage={stage}>
      {nameOf({ stage, definition })}
    </span>
  );
}
