import type { Agreement } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { Card } from './card.js';

export function VerdictCard({ agreement: { verdict } }: { readonly agreement: Agreement }) {
  const { t } = useWords();
  if (!verdict) return null;
  return (
    <Card title={t('agreement.verdict')}>
      <p className="card-name verdict" data-outcome={verdict.outcome}>
        {t(`verdict.${verdict.outcome}`)}
      </p>
      <p className="card-line verdict-report">{verdict.report ?? t('agreement.erased')}</p>
    </Card>
  );
}
