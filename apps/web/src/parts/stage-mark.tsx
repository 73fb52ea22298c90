import './stage-mark.css';

import type { StageName } from '../api/types.js';
import { useWords } from '../i18n/index.js';

export function StageMark({ stage }: { readonly stage: StageName }) {
  const { t } = useWords();
  return (
    <span className="stage-mark" data-stage={stage}>
      {t(`stage.${stage}`)}
    </span>
  );
}
