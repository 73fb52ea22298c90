import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { BrowserRouter, useLocation } from 'react-router';

import { ErrorBoundary } from '../parts/error-boundary.js';
import { PageSkeleton } from '../parts/skeleton.js';
import { AppRoutes } from './routes.js';
import { isForAnybody } from './for-anybody.js';
import { Shell } from './shell/shell.js';

const AnswerPage = lazy(() => import('../pages/answer/answer-page.js'));

export function App({ queries }: { readonly queries: QueryClient }) {
  return (
    <QueryClientProvider client={queries}>
      <BrowserRouter>
        <ErrorBoundary>
          <Pages />
        </ErrorBoundary>
      </BrowserRouter>
    </QueryClientProvider>
  );
}

/** Who follows a link out of a message need not be anybody here. */
function Pages() {
  const { pathname } = useLocation();
  if (isForAnybody(pathname))
    return (
      <Suspense fallback={<PageSkeleton />}>
        <AnswerPage />
      </Suspense>
    );
  return (
    <Shell>
      <AppRoutes />
    </Shell>
  );
}
