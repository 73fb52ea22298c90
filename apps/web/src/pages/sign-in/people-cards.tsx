import type { PersonRow } from '../../api/types.js';
import { firstPosition } from '../../app/session.js';
import { initial } from '../../app/shell/person-menu.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';
import { firstAndOthers } from './first-and-others.js';

const ROLES = ['coordinator', 'auditor', 'signatory', 'representative'] as const;

interface PeopleCardsProps {
  readonly people: readonly PersonRow[];
  readonly busy: boolean;
  readonly onChoose: (person: PersonRow) => void;
}

export function PeopleCards({ people, busy, onChoose }: PeopleCardsProps) {
  const { t } = useWords();
  const [first, others] = firstAndOthers(people);
  return (
    <div className="people">
      <ul className="people-first">
        {first.map((person) => (
          <li key={person.personId}>
            <PersonButton person={person} busy={busy} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <>
          <h2 className="label">{t('signIn.others')}</h2>
          <ul className="people-others">
            {others.map((person) => (
              <li key={person.personId}>
                <PersonButton person={person} busy={busy} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

interface PersonButtonProps {
  readonly person: PersonRow;
  readonly busy: boolean;
  readonly onChoose: (person: PersonRow) => void;
}

function PersonButton({ person, busy, onChoose }: PersonButtonProps) {
  const { t, local } = useWords();
  const name = local(person.name);
  const position = firstPosition(person);
  const role = ROLES.find((one) => position?.roles.includes(one));
  return (
    <button
      type="button"
      className="person-card"
      disabled={busy}
      aria-label={t('signIn.as', { name })}
      aria-describedby={`about-${person.personId}`}
      onClick={() => onChoose(person)}
    >
      <span className="person-seal" aria-hidden="true">
        {initial(name)}
      </span>
      <span className="person-card-lines" id={`about-${person.personId}`}>
        <span className="person-card-name">{name}</span>
        {position ? (
          <span className="person-card-position">
            {local(position.title)}
            <Dot />
            {local(position.organisation.name)}
          </span>
        ) : null}
        {role ? <span className="person-card-role">{t(`signIn.role.${role}`)}</span> : null}
      </span>
    </button>
  );
}
