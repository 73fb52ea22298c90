import './app/base.css';

import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';

import { statusOf } from './api/problem.js';
import { boardQuery, sessionQuery, worthRetrying } from './api/queries.js';
import { App } from './app/app.js';
import { startTranslations } from './i18n/index.js';
import { filterFrom } from './pages/board/board-filter.js';

/** A session that ended elsewhere: the shell then shows the sign-in page in place of whatever was asked for. */
function signInAgain(error: Error): void {
  if (statusOf(error) === 401)
    queries.setQueryData(sessionQuery.queryKey, (session) => session && { ...session, viewer: null });
}

const queries = new QueryClient({
  queryCache: new QueryCache({ onError: signInAgain }),
  mutationCache: new MutationCache({ onError: signInAgain }),
  defaultOptions: {
    queries: { retry: worthRetrying, staleTime: 5_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});

/** What the first page needs travels at the same time as the translations, not after they are shown. */
async function lookAhead(): Promise<void> {
  const { viewer } = await queries.query(sessionQuery);
  if (viewer && location.pathname === '/')
    await queries.infiniteQuery(boardQuery(filterFrom(new URLSearchParams(location.search))));
}

// The pages ask themselves what has failed here, and say so.
lookAhead().catch(() => undefined);
await startTranslations();

const root = document.getElementById('root');
if (root) createRoot(root).render(<App queries={queries} />);
