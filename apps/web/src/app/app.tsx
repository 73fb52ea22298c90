import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';

import { ErrorBoundary } from '../parts/error-boundary.js';
import { AppRoutes } from './routes.js';
import { Shell } from './shell/shell.js';

export function App({ queries }: { readonly queries: QueryClient }) {
  return (
    <QueryClientProvider client={queries}>
      <BrowserRouter>
        <ErrorBoundary>
          <Shell>
            <AppRoutes />
          </Shell>
        </ErrorBoundary>
      </BrowserRouter>
    </QueryClientProvider>
  );
}
