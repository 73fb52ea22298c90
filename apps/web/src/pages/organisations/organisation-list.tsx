import { Link } from 'react-router';

import type { OrganisationRow } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';
import { Local } from '../../parts/local.js';

interface OrganisationListProps {
  readonly organisations: readonly OrganisationRow[];
  /** Absent for readers who may not. */
  readonly onFill: ((organisation: OrganisationRow) => void) | undefined;
}

export function OrganisationList({ organisations, onFill }: OrganisationListProps) {
  const { t, local } = useWords();
  if (organisations.length === 0) return null;
  return (
    <ul className="organisations sheet">
      {organisations.map((organisation) => (
        <li key={organisation.organisationId}>
          <h2>
            <Link to={`/organisations/${organisation.organisationId}`}>
              <Local text={organisation.name} />
            </Link>
          </h2>
          <ul>
            {organisation.positions.map(({ positionId, title, person, roles }) => (
              <li key={positionId}>
                <Local text={title} />
                <Dot />
                <Link to={`/people/${person.personId}`}>
                  <Local text={person.name} />
                </Link>
                <span className="quiet">
                  <Dot />
                  {roles.map((role) => t(`positionRole.${role}`)).join(t('common.and'))}
                </span>
              </li>
            ))}
            {organisation.positions.length === 0 ? (
              <li className="quiet">{t('organisations.noPositions')}</li>
            ) : null}
          </ul>
          {onFill ? (
            <button
              type="button"
              className="link-button"
              aria-label={`${t('organisations.fill')}: ${local(organisation.name)}`}
              onClick={() => onFill(organisation)}
            >
              {t('organisations.fill')}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
