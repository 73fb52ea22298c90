import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import { useEffect, useState } from 'react';
import { BrowserRouter } from 'react-router';

import type { Language } from '../api/types.js';
import { useWords } from '../i18n/index.js';
import { ErrorBoundary } from '../parts/error-boundary.js';
import { AppRoutes } from './routes.js';
import { Shell } from './shell/shell.js';
import { theme } from './theme.js';

export function App({ queries }: { readonly queries: QueryClient }) {
  return (
    <QueryClientProvider client={queries}>
      <Dressed />
    </QueryClientProvider>
  );
}

function Dressed() {
  const { language } = useWords();
  return (
    <ConfigProvider theme={theme} locale={useAntLocale(language)} button={{ autoInsertSpace: false }}>
      <BrowserRouter>
        <ErrorBoundary>
          <Shell>
            <AppRoutes />
          </Shell>
        </ErrorBoundary>
      </BrowserRouter>
    </ConfigProvider>
  );
}

/** Ant Design's own few words in Chinese are loaded only for readers of Chinese. */
function useAntLocale(language: Language) {
  const [chinese, setChinese] = useState<typeof enUS>();
  useEffect(() => {
    if (language !== 'zh') return;
    void import('antd/locale/zh_CN').then(({ default: locale }) => {
      setChinese(locale);
    });
  }, [language]);
  return language === 'zh' && chinese ? chinese : enUS;
}
