import '../agreement/agreement.css';
import '../organisation/organisation.css';
import './definitions.css';

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';

import { definitionsQuery, lettersByDefinitionQuery } from '../../api/queries.js';
import type { LettersUnder, WorkflowDefinition } from '../../api/types.js';
import { useMay } from '../../app/session.js';
import { useWords } from '../../i18n/index.js';
import { DirectoryTabs } from '../../parts/directory-tabs.js';
import { Local } from '../../parts/local.js';
import { Notice, ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useTitle } from '../../parts/use-title.js';
import { DefinitionShown } from './definition-shown.js';
import { MigrateLetters } from './migrate-letters.js';
import { PublishDefinition } from './publish-definition.js';
import { versionName } from './version-name.js';

/** By what rules letters go: kinds and their versions, how each is drawn, the next version, and letters that move to it. */
export default function DefinitionsPage() {
  const { t } = useWords();
  const { definition: chosen } = useParams();
  const { register } = useMay();
  const list = useQuery(definitionsQuery());
  const letters = useQuery(lettersByDefinitionQuery);
  useTitle(t('definitions.title'));
  const items = list.data?.items ?? [];
  const shown =
    items.find((one) => versionName(one) === chosen) ?? (chosen === undefined ? items[0] : undefined);
  return (
    <div className="page definitions-page">
      <DirectoryTabs />
      <h1 className="page-title">{t('definitions.title')}</h1>
      {list.isPending ? <Skeleton lines={8} /> : null}
      {list.isError && !list.data ? (
        <ProblemNotice error={list.error} retry={() => void list.refetch()} />
      ) : null}
      {list.data ? <Kinds items={items} letters={letters.data?.items} current={shown} /> : null}
      {shown ? <DefinitionShown key={versionName(shown)} definition={shown} /> : null}
      {list.data && !shown ? <Notice title={t('definitions.unknown')} /> : null}
      {register && shown ? (
        <MigrateLetters key={`migrate ${versionName(shown)}`} from={shown} definitions={items} />
      ) : null}
      {register && list.data ? <PublishDefinition definitions={items} /> : null}
    </div>
  );
}

interface KindsProps {
  readonly items: readonly WorkflowDefinition[];
  /** Undefined while they are counted. */
  readonly letters: readonly LettersUnder[] | undefined;
  readonly current: WorkflowDefinition | undefined;
}

function Kinds({ items, letters, current }: KindsProps) {
  const { t } = useWords();
  const kinds = [...Map.groupBy(items, ({ kind }) => kind)];
  const countOf = (one: WorkflowDefinition) => {
    const none = { inFlight: 0, ended: 0 };
    return letters && (letters.find(({ definition }) => definition === versionName(one)) ?? none);
  };
  return (
    <div className="sheet definition-kinds">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('definitions.kind')}</th>
            <th scope="col">{t('definitions.version')}</th>
            <th scope="col" className="definition-count">
              {t('definitions.inFlight')}
            </th>
            <th scope="col" className="definition-count">
              {t('definitions.ended')}
            </th>
          </tr>
        </thead>
        {kinds.map(([kind, versions]) => (
          <tbody key={kind}>
            {versions.map((one, index) => {
              const count = countOf(one);
              return (
                <tr key={versionName(one)} data-current={one === current}>
                  {index === 0 ? (
                    <th scope="rowgroup" rowSpan={versions.length}>
                      <Local text={versions.at(-1)?.title} />
                    </th>
                  ) : null}
                  <td>
                    <Link
                      to={`/definitions/${versionName(one)}`}
                      aria-current={one === current ? 'page' : undefined}
                    >
                      {versionName(one)}
                    </Link>
                  </td>
                  <td className="definition-count">{count?.inFlight ?? '–'}</td>
                  <td className="definition-count">{count?.ended ?? '–'}</td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}
