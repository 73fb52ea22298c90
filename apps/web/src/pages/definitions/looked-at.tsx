import type { Publication, WorkflowDefinition } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { changesBetween, type Change, type Json } from './changes.js';
import { versionName } from './version-name.js';

interface FaultsShownProps {
  readonly faults: Publication['faults'];
  readonly lineOf: (pointer: string) => number | undefined;
}

export function FaultsShown({ faults, lineOf }: FaultsShownProps) {
  const { t, local } = useWords();
  return (
    <>
      <p role="alert" className="late">
        {t('definitions.faults', { count: faults.length })}
      </p>
      <ul className="definition-faults">
        {faults.map(({ pointer, code, sentence }) => {
          const line = lineOf(pointer);
          return (
            <li key={`${pointer} ${code}`}>
              <span className="number">
                {line === undefined ? null : `${t('definitions.line', { line })} `}
                {pointer}
              </span>
              <span>{local(sentence)}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface ChangesShownProps {
  /** What is looked at, `name@version`. */
  readonly name: string;
  /** The newest there is of its name. */
  readonly before: WorkflowDefinition | undefined;
  readonly after: Json;
}

export function ChangesShown({ name, before, after }: ChangesShownProps) {
  const { t } = useWords();
  if (!before) return <p>{t('definitions.first', { definition: name })}</p>;
  const changes = changesBetween(before, after);
  if (changes.length === 0) return <p>{t('definitions.same')}</p>;
  return (
    <>
      <p>{t('definitions.changes', { count: changes.length, definition: versionName(before) })}</p>
      <ul className="definition-changes">
        {changes.map((change) => (
          <ChangeShown key={change.path.join('/')} change={change} />
        ))}
      </ul>
    </>
  );
}

function ChangeShown({ change: { path, how, before, after } }: { readonly change: Change }) {
  const { t } = useWords();
  return (
    <li data-how={how}>
      <span className="number">{path.join(' › ')}</span>{' '}
      <span className="label">{t(`definitions.how.${how}`)}</span>
      {before === undefined ? null : <del>{shortened(before)}</del>}
      {after === undefined ? null : <ins>{shortened(after)}</ins>}
    </li>
  );
}

const LONGEST = 400;

function shortened(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
