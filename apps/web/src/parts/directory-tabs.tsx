import './directory-tabs.css';

import { NavLink } from 'react-router';

import { useMay } from '../app/session.js';
import { useWords } from '../i18n/index.js';

/** The pages about who takes part, as many of them as are for this reader. */
export function DirectoryTabs() {
  const { t } = useWords();
  const may = useMay();
  return (
    <nav className="directory-tabs" aria-label={t('directory.label')}>
      <NavLink to="/organisations" end>
        {t('directory.organisations')}
      </NavLink>
      <NavLink to="/people">{t('directory.people')}</NavLink>
      {may.readOutbox ? <NavLink to="/desks">{t('directory.desks')}</NavLink> : null}
      <NavLink to="/calendars">{t('directory.calendars')}</NavLink>
      <NavLink to="/definitions">{t('directory.definitions')}</NavLink>
      {may.register ? <NavLink to="/import">{t('directory.import')}</NavLink> : null}
    </nav>
  );
}
