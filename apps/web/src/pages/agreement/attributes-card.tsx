import { useQuery } from '@tanstack/react-query';

import { definitionQuery } from '../../api/queries.js';
import type { AttributeSchema, AttributeValue } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { attributesOf } from '../../parts/attributes.js';
import { Local } from '../../parts/local.js';
import { Day } from '../../parts/times.js';
import { useActions } from './actions/actions-context.js';
import { Card } from './card.js';
import type { Shown } from './shown.js';

/** What the definition asks to be known of the agreement; without such a definition there is no card. */
export function AttributesCard({ shown: { agreement } }: { readonly shown: Shown }) {
  const { t } = useWords();
  const { can, open } = useActions();
  const { data: definition } = useQuery(definitionQuery(agreement.definition));
  const attributes = definition ? attributesOf(definition) : [];
  if (attributes.length === 0) return null;
  const action = { name: t('common.edit'), run: () => open('set-attributes') };
  return (
    <Card title={t('agreement.attributes')} action={can('set-attributes') ? action : undefined}>
      <dl className="attributes">
        {attributes.map(({ name, schema, required }) => {
          const value = agreement.attributes?.[name];
          return (
            <div key={name}>
              <dt className="label">
                <Local text={schema.titles} />
              </dt>
              <dd className={value === undefined && required ? 'mark-open' : undefined}>
                {value === undefined ? t('agreement.notSet') : <Value schema={schema} value={value} />}
              </dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}

function Value({ schema, value }: { readonly schema: AttributeSchema; readonly value: AttributeValue }) {
  const { t } = useWords();
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'number') return <span className="number">{value.toLocaleString('en')}</span>;
  if (schema.format === 'date') return <Day day={value} />;
  const word = schema.enumTitles?.[value];
  return word ? <Local text={word} /> : value;
}
