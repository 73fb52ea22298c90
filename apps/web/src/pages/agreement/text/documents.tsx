import './documents.css';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useId, useState } from 'react';

import { issueDocument, newKey } from '../../../api/commands.js';
import type { DocumentFormat, DocumentLanguage } from '../../../api/types.js';
import { useWords } from '../../../i18n/index.js';
import { useProblemSentence } from '../../../parts/notice.js';
import { useActions } from '../actions/actions-context.js';
import type { Shown } from '../shown.js';
import { IssuedDocuments } from './issued-documents.js';
import { Unprintable } from './unprintable.js';
import { useUnprintable } from './use-unprintable.js';

const FORMATS: readonly DocumentFormat[] = ['pdf', 'docx'];
const LANGUAGES: readonly DocumentLanguage[] = ['zh', 'en', 'both'];

interface DocumentsProps {
  readonly shown: Shown;
  readonly textHash: string;
}

/** The letter on paper: to download as it stands, to issue, and what was issued before. */
export function Documents({ shown, textHash }: DocumentsProps) {
  const { t } = useWords();
  const id = useId();
  const { detail } = useActions();
  const [language, setLanguage] = useState<DocumentLanguage>('both');
  const { documents = [], textFiles = [] } = shown.agreement;
  const mayIssue = detail.possible.some(({ command }) => command === 'IssueDocument');
  if (shown.isPast && documents.length === 0) return null;
  return (
    <section className="documents sheet" aria-labelledby={id}>
      <div className="text-head">
        <h3 id={id} className="documents-title">
          {t('documents.title')}
        </h3>
        {shown.isPast ? null : <LanguageChoice chosen={language} onChoose={setLanguage} />}
      </div>
      {shown.isPast ? null : (
        <Making
          agreementId={shown.agreementId}
          textHash={textHash}
          language={language}
          mayIssue={mayIssue}
          isFile={textFiles.some(({ rendition }) => language === 'both' || language === rendition)}
        />
      )}
      <IssuedDocuments shown={shown} documents={documents} textHash={textHash} />
    </section>
  );
}

interface LanguageChoiceProps {
  readonly chosen: DocumentLanguage;
  readonly onChoose: (language: DocumentLanguage) => void;
}

function LanguageChoice({ chosen, onChoose }: LanguageChoiceProps) {
  const { t } = useWords();
  return (
    <div className="text-tabs" role="group" aria-label={t('documents.language')}>
      {LANGUAGES.map((one) => (
        <button key={one} type="button" aria-pressed={one === chosen} onClick={() => onChoose(one)}>
          {t(`documents.in.${one}`)}
        </button>
      ))}
    </div>
  );
}

interface MakingProps {
  readonly agreementId: string;
  readonly textHash: string;
  readonly language: DocumentLanguage;
  readonly mayIssue: boolean;
  readonly isFile: boolean;
}

function Making({ agreementId, textHash, language, mayIssue, isFile }: MakingProps) {
  const { t } = useWords();
  const issue = useIssue(agreementId);
  const sentence = useProblemSentence(issue.error);
  const unprintable = useUnprintable({ agreementId, textHash, language }, mayIssue && !isFile);
  if (isFile) return <p className="documents-hint quiet">{t('documents.asFile')}</p>;
  const document = `/api/agreements/${agreementId}/document?language=${language}`;
  return (
    <>
      <ul className="documents-formats">
        {FORMATS.map((format) => (
          <li key={format}>
            <span className="documents-format">{format.toUpperCase()}</span>
            <a
              href={`${document}&format=${format}`}
              aria-label={t('documents.previewOf', { format: format.toUpperCase() })}
            >
              {t('documents.preview')}
            </a>
            {mayIssue ? (
              <Button
                size="small"
                aria-label={t('documents.issueOf', { format: format.toUpperCase() })}
                loading={issue.isPending && issue.variables.format === format}
                disabled={issue.isPending}
                onClick={() => issue.mutate({ format, language })}
              >
                {t('documents.issue')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Unprintable signs={unprintable} />
      {mayIssue ? <p className="documents-hint quiet">{t('documents.hint')}</p> : null}
      {issue.error ? <Alert type="error" title={sentence} /> : null}
      {issue.data?.unchanged ? <p role="status">{t('documents.unchanged')}</p> : null}
    </>
  );
}

function useIssue(agreementId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (choice: { readonly format: DocumentFormat; readonly language: DocumentLanguage }) =>
      issueDocument(agreementId, choice, newKey()),
    onSettled: () => queries.invalidateQueries({ queryKey: ['agreement', agreementId] }),
  });
}
