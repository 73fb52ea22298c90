import type { OrganisationDetail } from '../../api/types.js';
import { dayText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';

interface MandatesCardProps {
  readonly detail: OrganisationDetail;
  /** Local day: what ended before it is over. */
  readonly today: string;
  /** Absent where the viewer may not. */
  readonly grant: (() => void) | undefined;
  readonly revoke: ((mandateId: string) => void) | undefined;
}

export function MandatesCard({ detail, today, grant, revoke }: MandatesCardProps) {
  const { t } = useWords();
  if (detail.mandates.length === 0 && !grant) return null;
  return (
    <section className="sheet directory-card" aria-labelledby="mandates">
      <div className="card-head">
        <h2 id="mandates">{t('organisation.mandates')}</h2>
        {grant ? (
          <button type="button" className="link-button" onClick={grant}>
            {t('organisation.commands.GrantMandate')}
          </button>
        ) : null}
      </div>
      {detail.mandates.length === 0 ? <p className="quiet">{t('organisation.noMandates')}</p> : null}
      <ul className="directory-list">
        {detail.mandates.toReversed().map((mandate) => (
          <MandateItem key={mandate.mandateId} mandate={mandate} {...{ detail, today, revoke }} />
        ))}
      </ul>
    </section>
  );
}

interface MandateItemProps extends Pick<MandatesCardProps, 'detail' | 'today' | 'revoke'> {
  readonly mandate: OrganisationDetail['mandates'][number];
}

function MandateItem({ mandate, detail, today, revoke }: MandateItemProps) {
  const { t, local, language } = useWords();
  const { mandateId, fromPositionId, toPositionId, toPersonId, scope, from, until, revoked } = mandate;
  const named = (id: string | undefined): string => {
    const name = id === undefined ? undefined : detail.nameOf[id];
    return name ? local(name) : t('organisation.somebody');
  };
  const isOver = revoked !== undefined || (until !== undefined && until < today);
  const limited = scope.kinds !== undefined || scope.agreementIds !== undefined;
  const day = dayText(from, language);
  return (
    <li className={isOver ? 'quiet' : ''}>
      {t('organisation.mandate', { to: named(toPersonId ?? toPositionId), position: named(fromPositionId) })}
      <Dot />
      {until === undefined
        ? t('organisation.since', { day })
        : t('organisation.to', { from: day, until: dayText(until, language) })}
      <Dot />
      {t(limited ? 'organisation.someAgreements' : 'organisation.allAgreements')}
      {revoked ? (
        <>
          <Dot />
          {t('organisation.revoked', { day: dayText(revoked.on, language) })}
          {revoked.reason === null ? null : ` (${revoked.reason})`}
        </>
      ) : null}
      {revoke && !isOver ? (
        <div className="directory-actions">
          <button type="button" className="link-button" onClick={() => revoke(mandateId)}>
            {t('organisation.commands.RevokeMandate')}
          </button>
        </div>
      ) : null}
    </li>
  );
}
