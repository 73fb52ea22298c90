import type { ReactNode } from 'react';

import { LanguageSwitch } from '../../app/shell/language-switch.js';
import { Wordmark } from '../../app/shell/wordmark.js';
import { OPEN_STAGES } from '../../format/stages.js';
import { useWords } from '../../i18n/index.js';

/** The page before one is somebody: what this is on one side, how to come in on the other. */
export function Entrance({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  return (
    <div className="entrance">
      <header className="entrance-about">
        <div className="entrance-top">
          <Wordmark />
          <LanguageSwitch />
        </div>
        <div>
          <p className="entrance-tagline">{t('app.tagline')}</p>
          <p className="entrance-lead">{t('signIn.lead')}</p>
          <ol className="entrance-way" aria-hidden="true">
            {[...OPEN_STAGES, 'concluded' as const].map((stage) => (
              <li key={stage} data-stage={stage}>
                {t(`stage.${stage}`)}
              </li>
            ))}
          </ol>
        </div>
      </header>
      <main className="entrance-main">{children}</main>
    </div>
  );
}
