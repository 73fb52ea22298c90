import './freshness-line.css';

import type { Freshness } from '../api/types.js';
import { usePresent } from '../app/session.js';
import { wholeNumber } from '../format/days.js';
import { useWords } from '../i18n/index.js';
import { Dot } from './dot.js';

/** Whether news come by themselves; all there is to say where what is shown follows no log. */
export function LiveLine() {
  return (
    <p className="freshness">
      <Live />
    </p>
  );
}

function Live() {
  const { t } = useWords();
  const { live } = usePresent();
  return (
    <>
      <span className="freshness-dot" data-live={live} aria-hidden="true" />
      <span>{t(`freshness.${live}`)}</span>
    </>
  );
}

/** How old what is shown is: said, never hidden. */
export function FreshnessLine({ freshness }: { readonly freshness: Freshness }) {
  const { t, language } = useWords();
  const { position, lagMs } = freshness;
  return (
    <p className="freshness">
      <Live />
      <Dot />
      <span>
        {position === null
          ? t('freshness.empty')
          : t('freshness.shows', { position: wholeNumber(position, language) })}
      </span>
      <Dot />
      <span>
        {lagMs > 0
          ? t('freshness.lag', { ms: wholeNumber(Math.round(lagMs), language) })
          : t('freshness.upToDate')}
      </span>
    </p>
  );
}
