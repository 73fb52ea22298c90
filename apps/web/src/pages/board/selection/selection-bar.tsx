import './selection.css';

import { lazy, Suspense, useState } from 'react';

import { hasRole, useMay, usePresent } from '../../../app/session.js';
import { useWords } from '../../../i18n/index.js';
import { printAddress, PRINTED_TOGETHER } from '../../../parts/print-address.js';
import type { SelectionDialog } from './dialogs.js';
import { useExport } from './use-export.js';
import type { Selection } from './use-selection.js';

const SelectionDialogs = lazy(() => import('./dialogs.js'));

/** What can be done with several letters at once; there while some are chosen. */
export function SelectionBar({ selection: { chosen, chooseAll } }: { readonly selection: Selection }) {
  const { t } = useWords();
  const { viewer } = usePresent();
  const { propose: coordinates } = useMay();
  const exportThem = useExport(chosen);
  const [open, setOpen] = useState<SelectionDialog>();
  const mayIssue = coordinates || hasRole(viewer, 'representative') || hasRole(viewer, 'signatory');
  if (chosen.length === 0) return null;
  return (
    <div className="selection-bar" role="region" aria-label={t('board.withChosen')}>
      <p role="status">{t('board.chosen', { count: chosen.length })}</p>
      {chosen.length > PRINTED_TOGETHER ? (
        <span className="quiet">{t('board.tooManyToPrint', { count: PRINTED_TOGETHER })}</span>
      ) : (
        <a href={printAddress(chosen)}>{t('board.print')}</a>
      )}
      <button type="button" className="link-button" onClick={exportThem}>
        {t('board.export')}
      </button>
      {mayIssue ? (
        <button type="button" className="link-button" onClick={() => setOpen('issue')}>
          {t('board.issue')}
        </button>
      ) : null}
      {coordinates ? (
        <button type="button" className="link-button" onClick={() => setOpen('giveDesk')}>
          {t('board.giveDesk')}
        </button>
      ) : null}
      <button type="button" className="link-button selection-none" onClick={() => chooseAll(false)}>
        {t('board.chooseNone')}
      </button>
      {open ? (
        <Suspense>
          <SelectionDialogs open={open} letters={chosen} onClose={() => setOpen(undefined)} />
        </Suspense>
      ) : null}
    </div>
  );
}
