import { Link } from 'react-router';

import type { MigrationCount, WorkflowDefinition } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import type { MigrationRun } from './use-migration.js';

interface MigrationShownProps {
  readonly run: MigrationRun;
  readonly from: WorkflowDefinition;
  readonly to: WorkflowDefinition;
}

/** How far it is, how many go from where to where, and which ones stay and why. */
export function MigrationShown({ run, from, to }: MigrationShownProps) {
  const { t, local } = useWords();
  const { looked, total, counts, stays, isGoing } = run;
  return (
    <div className="definition-run">
      <p role="status">{t('definitions.looked', { looked, total })}</p>
      {isGoing || looked < total ? (
        <progress max={Math.max(total, 1)} value={looked} aria-label={t('definitions.migrate')} />
      ) : null}
      <ul className="definition-counts">
        {counts.map((count) => (
          <Count key={keyOf(count)} count={count} from={from} to={to} />
        ))}
      </ul>
      {stays.length > 0 ? (
        <>
          <h3>{t('definitions.stays')}</h3>
          <ul className="definition-faults">
            {stays.map(({ agreementId, number, sentence }) => (
              <li key={agreementId}>
                <Link className="number" to={`/agreements/${agreementId}`}>
                  {number ?? agreementId}
                </Link>
                <span>{local(sentence)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

interface CountProps extends Pick<MigrationShownProps, 'from' | 'to'> {
  readonly count: MigrationCount;
}

function Count({ count: { stage, toStage, outcome, agreements }, from, to }: CountProps) {
  const { t, local } = useWords();
  const titleIn = ({ stages }: WorkflowDefinition, name: string): string =>
    local(stages.find((one) => one.name === name)?.title) || name;
  const [here, there] = [titleIn(from, stage), toStage === null ? '' : titleIn(to, toStage)];
  return (
    <li data-outcome={outcome}>
      {t(`definitions.outcome.${outcome}`, { count: agreements, from: here, to: there })}
    </li>
  );
}

const keyOf = ({ stage, toStage, outcome, code }: MigrationCount): string =>
  [outcome, stage, toStage, code].join(' ');
