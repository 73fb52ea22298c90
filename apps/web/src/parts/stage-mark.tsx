import './stage-mark.css';

import type { StageName } from '../api/types.js';
import { useStageNames } from './use-stage-names.js';

export function StageMark({ stage }: { readonly stage: StageName }) {
  const nameOf = useStageNames([stage]);
  return (
    <span className="stage-mark" data-stage={stage}>
      {nameOf(stage)}
    </span>
  );
}
