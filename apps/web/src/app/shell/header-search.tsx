import { useNavigate } from 'react-router';

import { useWords } from '../../i18n/index.js';

/** From every page to the letters that hold some words; the board shows them. */
export function HeaderSearch() {
  const { t } = useWords();
  const navigate = useNavigate();
  const find = (form: FormData): void => {
    const words = form.get('search');
    if (typeof words !== 'string' || words.trim() === '') return;
    void navigate({ pathname: '/', search: new URLSearchParams({ search: words.trim() }).toString() });
  };
  return (
    <form className="header-search" role="search" action={find}>
      <input
        type="search"
        name="search"
        maxLength={100}
        placeholder={t('nav.search')}
        aria-label={t('nav.searchAll')}
      />
    </form>
  );
}
