import { NavLink, Link } from 'react-router';

import { useWords } from '../../i18n/index.js';
import { startOf, useMay, usePresent } from '../session.js';
import { Bell } from './bell.js';
import { HeaderSearch } from './header-search.js';
import { LanguageSwitch } from './language-switch.js';
import { PersonMenu } from './person-menu.js';
import { Wordmark } from './wordmark.js';

export function Header() {
  const { t } = useWords();
  const { viewer } = usePresent();
  const may = useMay();
  const space = viewer.space === 'demo' ? 'demo' : 'main';
  return (
    <header className="header">
      <div className="header-row">
        <Link to={startOf(viewer)} className="header-home">
          <Wordmark />
        </Link>
        <span className="space-badge" data-space={space} title={t(`app.spaceHint.${space}`)}>
          {t(`app.space.${space}`)}
        </span>
        <nav className="header-nav" aria-label={t('nav.label')}>
          <NavLink to="/my-work">{t('nav.work')}</NavLink>
          <NavLink to="/" end>
            {t('nav.board')}
          </NavLink>
          <NavLink to="/deadlines">{t('nav.deadlines')}</NavLink>
          {may.propose ? <NavLink to="/agreements/new">{t('nav.newLetter')}</NavLink> : null}
          <NavLink to="/meetings">{t('nav.meetings')}</NavLink>
          <NavLink to="/organisations">{t('nav.organisations')}</NavLink>
          {may.readOutbox ? <NavLink to="/outbox">{t('nav.outbox')}</NavLink> : null}
        </nav>
        <div className="header-end">
          <HeaderSearch />
          <Bell />
          <LanguageSwitch />
          <PersonMenu />
        </div>
      </div>
    </header>
  );
}
