import './skeleton.css';

import { useWords } from '../i18n/index.js';

/** Lines where text is about to be; read out once as "loading". */
export function Skeleton({ lines = 3, tall = false }: { readonly lines?: number; readonly tall?: boolean }) {
  const { t } = useWords();
  return (
    <div className="skeleton" data-tall={tall} role="status" aria-label={t('common.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} style={{ inlineSize: `${92 - ((line * 23) % 47)}%` }} />
      ))}
    </div>
  );
}

export function PageSkeleton() {
  return (
    <div className="page">
      <Skeleton lines={2} tall />
      <div style={{ height: 32 }} />
      <Skeleton lines={8} />
    </div>
  );
}
