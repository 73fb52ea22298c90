import { Link } from 'react-router';

import type { MeetingDetail } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { dayText, localDay } from '../../format/days.js';
import { Local } from '../../parts/local.js';

/** What signed letters still lack on paper. */
export function Afterwards({ meeting: { letters, zone } }: { readonly meeting: MeetingDetail }) {
  const { t, language } = useWords();
  const signed = letters.filter(({ signedAt }) => signedAt !== null);
  if (signed.length === 0) return null;
  const lacking = signed.filter(({ missing }) => missing.length > 0);
  return (
    <section className="no-print" aria-labelledby="afterwards">
      <h2 id="afterwards" className="meeting-part">
        {t('meeting.after')}
      </h2>
      {lacking.length === 0 ? <p className="quiet">{t('meeting.afterNone')}</p> : null}
      <ul className="sheet meeting-missing">
        {lacking.map(({ agreementId, title, missing, signedAt }) => (
          <li key={agreementId}>
            <Link to={`/agreements/${agreementId}#signed-copy`}>
              <Local text={title} />
            </Link>
            <p className="card-line">
              {missing.map((paper) => t(`meeting.missing.${paper}`)).join(t('common.and'))}{' '}
              <span className="quiet">
                {signedAt === null
                  ? null
                  : t('meeting.missingSince', { day: dayText(localDay(signedAt, zone), language) })}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
