import { Link } from 'react-router';

import type { WorkPage } from '../../api/types.js';
import { dayText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';

/** What is asked of the reader beside letters. */
export function WorkTasks({ tasks }: { readonly tasks: WorkPage['tasks'] }) {
  const { t, local, language } = useWords();
  if (tasks.length === 0) return null;
  return (
    <section className="by-day" aria-labelledby="work-tasks">
      <h2 id="work-tasks">{t('work.tasks.title')}</h2>
      <ul className="sheet">
        {tasks.map(({ kind, deskId, agreementId, deadlineId, personId, name, from, word }) => {
          const day = from === null ? '' : dayText(from, language);
          const said = t(`work.tasks.${kind}`, { name: local(name), day });
          return (
            <li key={`${kind} ${deskId ?? personId ?? `${agreementId} ${deadlineId}`}`} className="work-row">
              <p className="work-task">
                {said}
                {word === null ? null : <q className="work-word">{word}</q>}
              </p>
              <Link
                className="work-do"
                to={placeOf({ deskId, personId, agreementId })}
                aria-label={`${t('work.tasks.look')}: ${local(name)}`}
              >
                {t('work.tasks.look')}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type Task = WorkPage['tasks'][number];

function placeOf({
  deskId,
  personId,
  agreementId,
}: Pick<Task, 'deskId' | 'personId' | 'agreementId'>): string {
  if (deskId !== null) return `/desks/${deskId}`;
  return personId === null ? `/agreements/${agreementId ?? ''}` : `/people/${personId}`;
}
