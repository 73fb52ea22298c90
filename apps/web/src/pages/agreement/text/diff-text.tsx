import { textDiff } from '@entente/text-diff';

import type { Language } from '../../../api/types.js';
import { htmlLang } from '../../../format/local-text.js';
import { Pieces } from '../../../parts/pieces.js';

interface DiffTextProps {
  readonly before: string;
  readonly after: string;
  readonly language: Language;
}

export function DiffText({ before, after, language }: DiffTextProps) {
  return (
    <p className="diff-text" lang={htmlLang(language)}>
      <Pieces pieces={textDiff(before, after, htmlLang(language))} />
    </p>
  );
}
