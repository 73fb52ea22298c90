import '../agreement/agreement.css';
import '../organisation/organisation.css';
import './import.css';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useRef, type ChangeEvent } from 'react';

import { importOrganisations } from '../../api/commands.js';
import type { ImportReport } from '../../api/types.js';
import { useMay } from '../../app/session.js';
import { useWords } from '../../i18n/index.js';
import { DirectoryTabs } from '../../parts/directory-tabs.js';
import { Notice, useProblemSentence } from '../../parts/notice.js';
import { useTitle } from '../../parts/use-title.js';
import { ImportFaults } from './import-faults.js';
import { readTable, type Table } from './read-table.js';

const COLUMNS =
  'name_zh, name_en, registration_code, position_zh, position_en, roles, person_zh, person_en, email, language, from';

/** A table is checked row by row before anything is taken, and taken whole or not at all. */
export default function ImportPage() {
  const { t } = useWords();
  const { register } = useMay();
  useTitle(t('imports.title'));
  return (
    <div className="page organisation-page">
      <DirectoryTabs />
      <h1 className="page-title">{t('imports.title')}</h1>
      {register ? <Import /> : <Notice title={t('imports.notAllowed')} />}
    </div>
  );
}

function Import() {
  const { t } = useWords();
  const check = useCheck();
  const take = useTake();
  const sentence = useProblemSentence(check.error ?? take.error);
  const { data: checked } = check;
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.target.files ?? [];
    // The same file, put right, may be chosen again.
    event.target.value = '';
    take.reset();
    if (file) check.mutate(file);
  };
  return (
    <>
      <p className="quiet import-lead">{t('imports.lead')}</p>
      <p className="quiet">{t('imports.columns')}</p>
      <p className="import-columns">{COLUMNS}</p>
      <ChooseFile onChange={choose} />
      <div aria-live="polite">
        {check.isPending ? <p>{t('imports.checking')}</p> : null}
        {checked ? (
          <p className="import-chosen">{t('imports.chosen', { name: checked.table.name })}</p>
        ) : null}
        {sentence === '' ? null : <Alert className="form-problem" type="error" title={sentence} />}
        {checked && 'problem' in checked.table ? (
          <Alert className="form-problem" type="error" title={t(`imports.${checked.table.problem}`)} />
        ) : null}
        {take.data ? <Outcome report={take.data} done /> : null}
        {checked?.report && !take.data ? <Outcome report={checked.report} /> : null}
      </div>
      {checked?.report?.faults.length === 0 && !take.data ? (
        <Button type="primary" loading={take.isPending} onClick={() => take.mutate(checked.table)}>
          {t('imports.run')}
        </Button>
      ) : null}
    </>
  );
}

function ChooseFile({ onChange }: { readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void }) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <p className="import-choose">
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        className="import-input"
        tabIndex={-1}
        aria-label={t('imports.choose')}
        onChange={onChange}
      />
      <Button onClick={() => input.current?.click()}>{t('imports.choose')}</Button>
    </p>
  );
}

function Outcome({ report, done = false }: { readonly report: ImportReport; readonly done?: boolean }) {
  const { t } = useWords();
  const { faults, changes, rows } = report;
  if (faults.length > 0) return <ImportFaults faults={faults} />;
  const news = (['organisations', 'people', 'positions'] as const).filter((what) => changes[what] > 0);
  return (
    <section className="sheet directory-card">
      <div className="card-head">
        <h2>{t(done ? 'imports.did' : 'imports.would')}</h2>
      </div>
      <p className="quiet">{t('imports.rows', { count: rows })}</p>
      <ul>
        {news.map((what) => (
          <li key={what}>{t(`imports.${what}`, { count: changes[what] })}</li>
        ))}
        {news.length === 0 ? <li>{t('imports.nothingNew')}</li> : null}
      </ul>
    </section>
  );
}

function useCheck() {
  return useMutation({
    mutationFn: async (file: File) => {
      const table = await readTable(file);
      return { table, report: 'csv' in table ? await importOrganisations(table.csv, true) : undefined };
    },
  });
}

function useTake() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (table: Table) => importOrganisations('csv' in table ? table.csv : '', false),
    onSuccess: () => queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== 'session' }),
  });
}
