import './new-letter.css';

import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useSearchParams } from 'react-router';

import { definitionsQuery, desksQuery } from '../../api/queries.js';
import { useMay } from '../../app/session.js';
import { useWords } from '../../i18n/index.js';
import { Notice, ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useTitle } from '../../parts/use-title.js';
import { countAsked, newestVersions } from './definition-facts.js';
import { NewLetterForm } from './new-letter-form.js';

export default function NewLetterPage() {
  const { t, local } = useWords();
  const { propose } = useMay();
  const [params, setParams] = useSearchParams();
  const definitions = useQuery(definitionsQuery());
  const desks = useQuery({ ...desksQuery, enabled: propose });
  const offered = newestVersions(definitions.data?.items ?? []);
  const definition = offered.find((one) => one.name === params.get('definition')) ?? offered[0];
  const quorum = definition && countAsked(definition, 'quorum-signed@1');
  useTitle(t('newLetter.title'));
  return (
    <div className="page new-letter">
      <div>
        <h1 className="page-title">{t('newLetter.title')}</h1>
        {definition && propose ? (
          <div className="new-letter-definition">
            <Select
              aria-label={t('newLetter.definition')}
              value={definition.name}
              options={offered.map((one) => ({ value: one.name, label: local(one.title) }))}
              onChange={(name) => setParams({ definition: name }, { replace: true })}
            />
            <span className="label">{t('newLetter.version', { version: definition.version })}</span>
          </div>
        ) : null}
        {definition && propose && definition.template.length > 0 ? (
          <p className="new-letter-lead">{t('newLetter.lead', { definition: local(definition.title) })}</p>
        ) : null}
        {definitions.isPending ? <Skeleton lines={6} tall /> : null}
        {definitions.isError ? (
          <ProblemNotice error={definitions.error} retry={() => void definitions.refetch()} />
        ) : null}
        {definition && desks.data ? (
          <NewLetterForm key={definition.name} definition={definition} desks={desks.data.items} />
        ) : null}
        {desks.isError ? <ProblemNotice error={desks.error} retry={() => void desks.refetch()} /> : null}
        {propose ? null : <Notice title={t('newLetter.notYours')} />}
      </div>
      {propose ? (
        <aside className="new-letter-next">
          <h2 className="label">{t('newLetter.preview')}</h2>
          <ol>
            <li>{t('newLetter.next1')}</li>
            <li>{t('newLetter.next2')}</li>
            <li>{t('newLetter.next3')}</li>
            <li>{quorum === undefined ? t('newLetter.next4') : t('newLetter.quorum', { count: quorum })}</li>
          </ol>
        </aside>
      ) : null}
    </div>
  );
}
