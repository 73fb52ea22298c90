import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';

import { unreadQuery } from '../../api/queries.js';
import { useWords } from '../../i18n/index.js';

const MOST_SHOWN = 99;

/** How many reminders wait to be read, kept up to date by the news of the log. */
export function Bell() {
  const { t } = useWords();
  const { data: unread = 0 } = useQuery(unreadQuery);
  return (
    <NavLink
      to="/inbox"
      className="bell"
      aria-label={unread > 0 ? t('inbox.bell', { count: unread }) : t('inbox.bellNone')}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path
          d="M10 2.6c-3 0-4.9 2.2-4.9 5.1 0 4-1.7 5.3-1.7 6.3h13.2c0-1-1.7-2.3-1.7-6.3 0-2.9-1.9-5.1-4.9-5.1Z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinejoin="round"
        />
        <path d="M8.2 16.2a1.9 1.9 0 0 0 3.6 0" fill="none" stroke="currentColor" strokeWidth="1.4" />
      </svg>
      {unread > 0 ? (
        <span className="bell-count" aria-hidden="true">
          {unread > MOST_SHOWN ? `${String(MOST_SHOWN)}+` : unread}
        </span>
      ) : null}
    </NavLink>
  );
}
