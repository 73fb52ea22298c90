import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import { useEffect, useState, type ReactNode } from 'react';

import type { Language } from '../api/types.js';
import { useWords } from '../i18n/index.js';
import { theme } from './theme.js';

/**
 * Ant Design in our colours and the reader's language, around whatever uses it: it comes after the board's letters,
 * which do without.
 */
export default function Dressed({ children }: { readonly children: ReactNode }) {
  const { language } = useWords();
  return (
    <ConfigProvider theme={theme} locale={useAntLocale(language)} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  );
}

/** Its own few words in Chinese are loaded only for readers of Chinese. */
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
