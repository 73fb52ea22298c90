import type { WorkflowDefinition } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { attributesOf } from '../../parts/attributes.js';
import { Local } from '../../parts/local.js';
import { versionName } from './version-name.js';

/** The drawing, and in words what it shows and what it does not. */
export function DefinitionShown({ definition }: { readonly definition: WorkflowDefinition }) {
  const { t, local, language } = useWords();
  const name = versionName(definition);
  const drawing = `/api/definitions/${name}/drawing?language=${language}`;
  const attributes = attributesOf(definition);
  return (
    <section className="sheet directory-card" aria-labelledby="definition">
      <div className="card-head">
        <h2 id="definition">
          <Local text={definition.title} /> <span className="number quiet">{name}</span>
        </h2>
        <a href={drawing} target="_blank" rel="noreferrer">
          {t('definitions.openDrawing')}
        </a>
      </div>
      <dl className="definition-facts">
        <div>
          <dt className="label">{t('definitions.parties')}</dt>
          <dd>{definition.partyRoles.map(({ title }) => local(title)).join(t('definitions.and'))}</dd>
        </div>
        <div>
          <dt className="label">{t('definitions.number')}</dt>
          <dd className="number">{definition.numberPattern}</dd>
        </div>
        {attributes.length > 0 ? (
          <div>
            <dt className="label">{t('definitions.attributes')}</dt>
            <dd>{attributes.map(({ schema }) => local(schema.titles)).join(t('definitions.and'))}</dd>
          </div>
        ) : null}
      </dl>
      <div className="definition-drawing" tabIndex={0} role="group" aria-label={t('definitions.drawing')}>
        <img src={drawing} alt={t('definitions.drawingOf', { title: local(definition.title) })} />
      </div>
      <Stages definition={definition} />
    </section>
  );
}

function Stages({ definition: { stages } }: { readonly definition: WorkflowDefinition }) {
  const { t, local } = useWords();
  const titleOf = (name: string): string => local(stages.find((stage) => stage.name === name)?.title) || name;
  return (
    <ol className="definition-stages">
      {stages.map(({ name, title, deadline, transitions }) => {
        const days = /\d+/u.exec(deadline?.duration ?? '')?.[0];
        return (
          <li key={name}>
            <span className="definition-stage" data-stage={name}>
              <Local text={title} />
            </span>
            <span className="quiet">
              {days === undefined ? null : `${t('due.workingDays', { count: Number(days) })} · `}
              {transitions.length === 0
                ? t('definitions.end')
                : t('definitions.leadsTo', {
                    stages: [...new Set(transitions.map(({ to }) => titleOf(to)))].join(t('definitions.and')),
                  })}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
