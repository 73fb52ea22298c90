import './papers.css';

import { useState } from 'react';

import type { Agreement } from '../../../api/types.js';
import { dayText, localDay } from '../../../format/days.js';
import { fileSize, fileType } from '../../../format/files.js';
import { shortHash } from '../../../format/local-text.js';
import { useWords } from '../../../i18n/index.js';
import { useActions } from '../actions/actions-context.js';
import { Card } from '../card.js';
import type { Shown } from '../shown.js';
import { useOpenedHere } from '../use-opened-here.js';
import { HoldOriginals } from './hold-originals.js';
import { SendCopy } from './send-copy.js';

/** Where the code on paper leads: the photograph of the signed page, and where the originals are. */
export function PapersCard({ shown }: { readonly shown: Shown }) {
  const { t } = useWords();
  const { can } = useActions();
  const card = useOpenedHere('signed-copy');
  const { signedAt, activities } = shown.agreement;
  if (signedAt === undefined && !activities.includes('signing@1')) return null;
  return (
    <div id="signed-copy" ref={card} tabIndex={-1} className="papers">
      <Card title={t('papers.title')}>
        {signedAt === undefined ? (
          <p className="quiet">{t('papers.afterSigning')}</p>
        ) : (
          <>
            <Standing shown={shown} signedAt={signedAt} />
            <Copies shown={shown} />
            {can('file-signed-copy') ? <SendCopy /> : null}
            <Originals shown={shown} />
            <Archived shown={shown} />
          </>
        )}
      </Card>
    </div>
  );
}

function Standing({ shown, signedAt }: { readonly shown: Shown; readonly signedAt: string }) {
  const { t, language } = useWords();
  const onFile = (shown.agreement.signedCopies ?? []).some(({ matchesText }) => matchesText);
  if (onFile) return <p className="card-line mark-done">{t('papers.onFile')}</p>;
  const day = dayText(localDay(signedAt, shown.zone), language);
  return <p className="card-line mark-open late">{t('papers.missing', { day })}</p>;
}

function Copies({ shown: { agreement, agreementId, names, zone } }: { readonly shown: Shown }) {
  const { t, local, language } = useWords();
  const copies = (agreement.signedCopies ?? []).toReversed();
  if (copies.length === 0) return null;
  return (
    <ul className="card-list">
      {copies.map(({ file, matchesText, checkedBy, filedAt }) => (
        <li key={filedAt}>
          <a href={`/api/files/${file.sha256}?agreement=${agreementId}`} download>
            {t('papers.download', { type: fileType(file.mediaType), size: fileSize(file.size, language) })}
          </a>{' '}
          <span className="hash quiet" title={file.sha256}>
            {shortHash(file.sha256)}
          </span>
          <p className={matchesText ? 'card-line quiet' : 'card-line late'}>
            {t(matchesText ? 'papers.checked' : 'papers.differs', {
              who: local(names[checkedBy]) || t('organisation.somebody'),
              day: dayText(localDay(filedAt, zone), language),
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Originals({ shown: { agreement, names } }: { readonly shown: Shown }) {
  const { t, local } = useWords();
  const { can } = useActions();
  const [open, setOpen] = useState(false);
  const originals: NonNullable<Agreement['originals']> = agreement.originals ?? [];
  return (
    <div className="papers-originals">
      <h3>{t('papers.originals')}</h3>
      {originals.length === 0 ? <p className="quiet card-line">{t('papers.noOriginals')}</p> : null}
      {originals.map(({ holderId, copies, archiveNumber }) => (
        <p key={holderId} className="card-line">
          {t('papers.held', { count: copies, holder: local(names[holderId]), number: archiveNumber })}
        </p>
      ))}
      {can('hold-originals') ? (
        <button type="button" className="link-button" onClick={() => setOpen(true)}>
          {t('papers.hold')}
        </button>
      ) : null}
      {open ? <HoldOriginals onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function Archived({ shown: { agreement, zone } }: { readonly shown: Shown }) {
  const { t, language } = useWords();
  const { archived } = agreement;
  if (!archived) return null;
  const { archiveNumber: number, archivedAt } = archived;
  return (
    <p className="card-line mark-done">
      {t('papers.archived', { number, day: dayText(localDay(archivedAt, zone), language) })}
    </p>
  );
}
