import '../../parts/tabs.css';
import './compare.css';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';

import { statusOf } from '../../api/problem.js';
import { agreementQuery, textDifferenceQuery, textQuery } from '../../api/queries.js';
import type { AgreementText, Language, TextDifference } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { Local } from '../../parts/local.js';
import { ProblemNotice } from '../../parts/notice.js';
import { PageSkeleton } from '../../parts/skeleton.js';
import { useMedia } from '../../parts/use-media.js';
import { useTitle } from '../../parts/use-title.js';
import NotFoundPage from '../not-found-page.js';
import { ComparedText, type Layout } from './compared-text.js';
import { RevisionSelect } from './revision-select.js';

/** What became of a letter's text between two of its versions, which the address names. */
export default function ComparePage() {
  const { t } = useWords();
  const { agreement: idOrNumber = '' } = useParams();
  const text = useQuery(textQuery(idOrNumber));
  useTitle(t('drafting.compareTitle'));
  if (text.isPending) return <PageSkeleton />;
  if (text.isError)
    return statusOf(text.error) === 404 ? (
      <NotFoundPage />
    ) : (
      <div className="page">
        <ProblemNotice error={text.error} retry={() => void text.refetch()} />
      </div>
    );
  return <Comparison text={text.data} />;
}

function Comparison({ text }: { readonly text: AgreementText }) {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const { data: letter } = useQuery(agreementQuery(text.agreementId));
  const [newest, before] = text.revisions;
  const to = revisionIn(params, 'to') ?? newest?.revision;
  const from = revisionIn(params, 'from') ?? before?.revision;
  const choose = (name: 'from' | 'to', revision: number): void => {
    const rest = { from: String(from ?? revision), to: String(to ?? revision) };
    setParams({ ...rest, [name]: String(revision) }, { replace: true });
  };
  return (
    <div className="page compare">
      <p>
        <Link to={`/agreements/${text.agreementId}`}>{t('drafting.backToLetter')}</Link>
      </p>
      <h1 className="page-title">{t('drafting.compareTitle')}</h1>
      <p className="quiet">
        <Local text={letter?.agreement.title} />
      </p>
      {from === undefined || to === undefined ? (
        <p className="quiet">{t('drafting.oneVersion')}</p>
      ) : (
        <>
          <div className="compare-choices">
            <RevisionSelect
              label={t('drafting.from')}
              revisions={text.revisions}
              value={from}
              onChoose={(revision) => choose('from', revision)}
            />
            <RevisionSelect
              label={t('drafting.to')}
              revisions={text.revisions}
              value={to}
              onChoose={(revision) => choose('to', revision)}
            />
          </div>
          <Compared agreementId={text.agreementId} from={from} to={to} />
        </>
      )}
    </div>
  );
}

interface ComparedProps {
  readonly agreementId: string;
  readonly from: number;
  readonly to: number;
}

function Compared({ agreementId, from, to }: ComparedProps) {
  const { data, isError, error, refetch } = useQuery(textDifferenceQuery(agreementId, from, to));
  if (isError) return <ProblemNotice error={error} retry={() => void refetch()} />;
  return data ? <Shown difference={data} /> : <PageSkeleton />;
}

function Shown({ difference }: { readonly difference: TextDifference }) {
  const { t, language: own } = useWords();
  const narrow = useMedia('(max-width: 760px)');
  const [language, setLanguage] = useState<Language>(own);
  const [wanted, setWanted] = useState<Layout>('inline');
  return (
    <>
      <div className="compare-tabs">
        <div className="text-tabs" role="group" aria-label={t('drafting.compareTitle')}>
          {(['zh', 'en'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={one === language} onClick={() => setLanguage(one)}>
              {t(`language.${one}`)}
            </button>
          ))}
        </div>
        {narrow ? null : (
          <div className="text-tabs" role="group" aria-label={t('drafting.layout')}>
            {(['inline', 'beside'] as const).map((one) => (
              <button key={one} type="button" aria-pressed={one === wanted} onClick={() => setWanted(one)}>
                {t(`drafting.${one}`)}
              </button>
            ))}
          </div>
        )}
      </div>
      <ComparedText difference={difference} language={language} layout={narrow ? 'inline' : wanted} />
    </>
  );
}

function revisionIn(params: URLSearchParams, name: string): number | undefined {
  const text = params.get(name);
  return text !== null && /^\d{1,9}$/u.test(text) ? Number(text) : undefined;
}
