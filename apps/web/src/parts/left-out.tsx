import './left-out.css';

import type { Freshness } from '../api/types.js';
import { HOME_ZONE, instantText } from '../format/days.js';
import { useWords } from '../i18n/index.js';

/** That something is not shown is said where it would stand: an old state must never pass for the present one. */
export function LaterEntriesLeftOut({ freshness }: { readonly freshness: Freshness | undefined }) {
  const { t, language } = useWords();
  if (!freshness?.parked) return null;
  const { reason, since } = freshness.parked;
  return (
    <p className="left-out" role="status">
      {t(`leftOut.${reason}`, { since: instantText(since, language, HOME_ZONE) })}
    </p>
  );
}

export function LettersLeftOut({ count }: { readonly count: number | undefined }) {
  const { t } = useWords();
  if (!count) return null;
  return (
    <p className="left-out" role="status">
      {t('leftOut.letters', { count })}
    </p>
  );
}
