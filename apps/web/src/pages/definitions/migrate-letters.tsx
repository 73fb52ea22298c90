import { Alert, Button, Select } from 'antd';
import { useState } from 'react';

import type { WorkflowDefinition } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { useProblemSentence } from '../../parts/notice.js';
import { MigrationShown } from './migration-shown.js';
import { useMigration } from './use-migration.js';
import { versionName } from './version-name.js';

interface MigrateLettersProps {
  readonly from: WorkflowDefinition;
  readonly definitions: readonly WorkflowDefinition[];
}

/** Letters in flight under the definition go on under another of their kind: first what would come of it. */
export function MigrateLetters({ from, definitions }: MigrateLettersProps) {
  const { t, local } = useWords();
  const others = definitions.filter((one) => one.kind === from.kind && one !== from);
  const [chosen, setChosen] = useState<string>();
  // Another version may be published while the page is open.
  const to = others.find((one) => versionName(one) === chosen) ?? others.at(-1);
  const [stages, setStages] = useState<Readonly<Record<string, string>>>({});
  const { run, start, stop, forget } = useMigration(versionName(from));
  const sentence = useProblemSentence(run?.error ?? null);
  if (!to) return null;
  const missing = from.stages.filter(
    ({ name, transitions }) => transitions.length > 0 && !to.stages.some((stage) => stage.name === name),
  );
  const way = { to: versionName(to), ...(Object.keys(stages).length > 0 && { stages: { ...stages } }) };
  const moves = (run?.counts ?? [])
    .filter(({ outcome }) => outcome === 'moves')
    .reduce((sum, { agreements }) => sum + agreements, 0);
  return (
    <section className="sheet directory-card" aria-labelledby="migrate">
      <div className="card-head">
        <h2 id="migrate">{t('definitions.migrate')}</h2>
      </div>
      <p className="quiet">{t('definitions.migrateLead', { definition: versionName(from) })}</p>
      <div className="definition-way">
        <label>
          {t('definitions.to')}
          <Select
            value={versionName(to)}
            disabled={run?.isGoing === true}
            options={others.map((one) => ({ value: versionName(one), label: versionName(one) }))}
            onChange={(name: string) => {
              setChosen(name);
              setStages({});
              forget();
            }}
          />
        </label>
        {missing.map(({ name, title }) => (
          <label key={name}>
            {t('definitions.stageTo', { stage: local(title) })}
            <Select
              allowClear
              value={stages[name] ?? null}
              disabled={run?.isGoing === true}
              placeholder={t('definitions.stageNowhere')}
              options={to.stages.map((stage) => ({ value: stage.name, label: local(stage.title) }))}
              onChange={(stage: string | null | undefined) => {
                const { [name]: _, ...rest } = stages;
                setStages(typeof stage === 'string' ? { ...rest, [name]: stage } : rest);
                forget();
              }}
            />
          </label>
        ))}
      </div>
      <div className="definition-buttons">
        <Button loading={run?.isGoing === true && run.dryRun} onClick={() => void start(way, true)}>
          {t('definitions.rehearse')}
        </Button>
        {run?.dryRun === true && !run.isGoing && moves > 0 ? (
          <Button type="primary" onClick={() => void start(way, false)}>
            {t('definitions.move', { count: moves })}
          </Button>
        ) : null}
        {run?.isGoing === true ? <Button onClick={stop}>{t('definitions.stop')}</Button> : null}
      </div>
      {sentence === '' ? null : <Alert className="form-problem" type="error" title={sentence} />}
      {run ? <MigrationShown run={run} from={from} to={to} /> : null}
    </section>
  );
}
