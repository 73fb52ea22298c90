import './new-letter.css';

import { useQuery } from '@tanstack/react-query';

import { definitionQuery } from '../../api/queries.js';
import { useMay } from '../../app/session.js';
import { useWords } from '../../i18n/index.js';
import { Notice, ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useTitle } from '../../parts/use-title.js';
import { NewLetterForm } from './new-letter-form.js';

const DEFINITION = 'letter-of-intent@1';

export default function NewLetterPage() {
  const { t, local } = useWords();
  const { propose } = useMay();
  const definition = useQuery(definitionQuery(DEFINITION));
  useTitle(t('newLetter.title'));
  return (
    <div className="page new-letter">
      <div>
        <h1 className="page-title">{t('newLetter.title')}</h1>
        {definition.data ? (
          <p className="new-letter-lead">
            {t('newLetter.lead', { definition: local(definition.data.title) })}
          </p>
        ) : null}
        {definition.isPending ? <Skeleton lines={6} tall /> : null}
        {definition.isError ? (
          <ProblemNotice error={definition.error} retry={() => void definition.refetch()} />
        ) : null}
        {definition.data && propose ? <NewLetterForm definition={definition.data} /> : null}
        {propose ? null : <Notice title={t('newLetter.notYours')} />}
      </div>
      <aside className="new-letter-next">
        <h2 className="label">{t('newLetter.preview')}</h2>
        <ol>
          <li>{t('newLetter.next1')}</li>
          <li>{t('newLetter.next2')}</li>
          <li>{t('newLetter.next3')}</li>
          <li>{t('newLetter.next4')}</li>
        </ol>
      </aside>
    </div>
  );
}
