import { textDiff } from '@entente/text-diff';

import type { Language } from '../../../api/types.js';
import { htmlLang } from '../../../format/local-text.js';
import { useWords } from '../../../i18n/index.js';

interface DiffTextProps {
  readonly before: string;
  readonly after: string;
  readonly language: Language;
}

export function DiffText({ before, after, language }: DiffTextProps) {
  const { t } = useWords();
  return (
    <p className="diff-text" lang={htmlLang(language)}>
      {textDiff(before, after, htmlLang(language)).map(({ kind, text }, index) =>
        kind === 'same' ? (
          <span key={index}>{text}</span>
        ) : kind === 'added' ? (
          <ins key={index} title={t('text.addedWords')}>
            {text}
          </ins>
        ) : (
          <del key={index} title={t('text.removedWords')}>
            {text}
          </del>
        ),
      )}
    </p>
  );
}
