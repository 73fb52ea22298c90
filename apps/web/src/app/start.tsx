import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';

import { statusOf } from '../api/problem.js';
import { boardQuery, sessionQuery, worthRetrying } from '../api/queries.js';
import type { Language } from '../api/types.js';
import type { Messages } from '../i18n/en.js';
import { startTranslations } from '../i18n/index.js';
import { filterFrom } from '../pages/board/board-filter.js';
import { App } from './app.js';
import { isForAnybody } from './for-anybody.js';

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

/** The pages ask themselves what has failed here, or takes longer, and say so. */
const PATIENCE_MS = 300;

/** What the first page shows; drawn without it, the page would be drawn twice. */
async function firstAnswers(): Promise<void> {
  if (isForAnybody(location.pathname)) return;
  const filter = filterFrom(new URLSearchParams(location.search));
  await Promise.allSettled([
    queries.query(sessionQuery),
    location.pathname === '/' && queries.infiniteQuery(boardQuery(filter)),
  ]);
}

export async function start(language: Language, words: Messages): Promise<void> {
  await startTranslations(language, words);
  await Promise.race([firstAnswers(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<App queries={queries} />);
}
