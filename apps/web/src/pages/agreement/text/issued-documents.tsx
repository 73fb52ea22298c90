import type { IssuedDocument } from '../../../api/types.js';
import { dayText, localDay } from '../../../format/days.js';
import { shortHash } from '../../../format/local-text.js';
import { useWords } from '../../../i18n/index.js';
import { Dot } from '../../../parts/dot.js';
import { DayOf } from '../../../parts/times.js';
import type { Shown } from '../shown.js';

interface IssuedDocumentsProps {
  readonly shown: Shown;
  readonly documents: readonly IssuedDocument[];
  readonly textHash: string;
}

/** Newest first; what shows another text than the letter has now says so. */
export function IssuedDocuments({ shown, documents, textHash }: IssuedDocumentsProps) {
  const { t } = useWords();
  if (documents.length === 0) return null;
  return (
    <>
      <h4 className="label">{t('documents.issued')}</h4>
      <ul className="documents-issued">
        {documents.toReversed().map((document) => (
          <Issued key={document.file.sha256} shown={shown} document={document} textHash={textHash} />
        ))}
      </ul>
    </>
  );
}

interface IssuedProps {
  readonly shown: Shown;
  readonly document: IssuedDocument;
  readonly textHash: string;
}

function Issued({ shown, document, textHash }: IssuedProps) {
  const { t, language } = useWords();
  const { file, issuedAt } = document;
  const format = file.mediaType === 'application/pdf' ? 'PDF' : 'DOCX';
  const said = t(`documents.in.${document.language}`);
  const day = dayText(localDay(issuedAt, shown.zone), language);
  return (
    <li>
      <span>
        {format}
        <Dot />
        {said}
        <Dot />
        <DayOf at={issuedAt} zone={shown.zone} />
        <Dot />
        <span className="hash quiet" title={document.textHash}>
          {shortHash(document.textHash)}
        </span>
        {document.textHash === textHash ? null : (
          <span className="mark-open documents-earlier">{t('documents.earlier')}</span>
        )}
      </span>
      <a
        href={`/api/files/${file.sha256}?agreement=${shown.agreementId}`}
        aria-label={t('documents.get', { day, format, language: said })}
      >
        {t('documents.preview')}
      </a>
    </li>
  );
}
