import './board-views.css';

import { NavLink } from 'react-router';

import { useWords } from '../i18n/index.js';

/** The same letters, as a list or by who works with whom. */
export function BoardViews() {
  const { t } = useWords();
  return (
    <div className="board-views" role="group" aria-label={t('coverage.views')}>
      <NavLink to="/" end>
        {t('coverage.list')}
      </NavLink>
      <NavLink to="/coverage">{t('coverage.title')}</NavLink>
    </div>
  );
}
