import './pieces.css';

import { useWords } from '../i18n/index.js';

interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** What stayed, came and went, for the eye and for a screen reader. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  const { t } = useWords();
  return pieces.map(({ kind, text }, index) =>
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
  );
}
