import { Link } from 'react-router';

import { useWords } from '../i18n/index.js';
import { Notice } from '../parts/notice.js';
import { useTitle } from '../parts/use-title.js';

export default function NotFoundPage() {
  const { t } = useWords();
  useTitle(t('common.notFound'));
  return (
    <div className="page">
      <Notice
        level={1}
        title={t('common.notFound')}
        detail={t('common.notFoundDetail')}
        action={<Link to="/">{t('common.toBoard')}</Link>}
      />
    </div>
  );
}
