import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';

import { calendarsQuery } from '../../api/queries.js';
import type { LocalText, OrganisationDetail } from '../../api/types.js';
import { dayText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { Local } from '../../parts/local.js';
import type { DialogCommand } from './fields.js';

interface OrganisationHeadProps {
  readonly detail: OrganisationDetail;
  readonly ask: (command: DialogCommand) => void;
}

const IN_THE_HEAD = [
  'RenameOrganisation',
  'SetRegistrationCode',
  'NameHostUnit',
  'SetOrganisationCalendars',
  'MergeOrganisation',
  'DissolveOrganisation',
] as const;

/** Its names over time, by which number it is known, through whom it acts, and whether it still is. */
export function OrganisationHead({ detail, ask }: OrganisationHeadProps) {
  const { t, local, language } = useWords();
  const { name, names, registrationCode, host, closed, possible, nameOf } = detail;
  const offered = IN_THE_HEAD.filter((command) => possible.includes(command));
  const earlier = names.slice(0, -1);
  return (
    <header className="organisation-head">
      <h1 className="agreement-title">
        <Local text={name} />
      </h1>
      {closed ? (
        <p className="organisation-closed">
          {closed.into === null
            ? t('organisation.dissolved', { day: dayText(closed.on, language) })
            : t('organisation.merged', { day: dayText(closed.on, language) })}{' '}
          {closed.into === null ? null : <OrganisationLink id={closed.into} nameOf={nameOf} />}
        </p>
      ) : null}
      <dl className="organisation-facts">
        {earlier.length > 0 ? (
          <div>
            <dt>{t('organisation.earlierNames')}</dt>
            {earlier.map((one, index) => (
              <dd key={one.source.revision}>
                {local(one.name)}{' '}
                <span className="quiet">
                  {t('organisation.until', { day: dayText(names[index + 1]?.from ?? '', language) })}
                </span>
              </dd>
            ))}
          </div>
        ) : null}
        {registrationCode === null ? null : (
          <div>
            <dt>{t('organisation.fields.code')}</dt>
            <dd>{registrationCode}</dd>
          </div>
        )}
        {host === null ? null : (
          <div>
            <dt>{t('organisation.actsThrough')}</dt>
            <dd>
              <OrganisationLink id={host.hostId} nameOf={nameOf} />{' '}
              <span className="quiet">{t('organisation.since', { day: dayText(host.from, language) })}</span>
            </dd>
          </div>
        )}
        <Calendars detail={detail} />
      </dl>
      <div className="organisation-commands">
        {offered.map((command) => (
          <Button key={command} size="small" onClick={() => ask(command)}>
            {t(`organisation.commands.${command}`)}
          </Button>
        ))}
      </div>
    </header>
  );
}

/** Named where they are its own; those of the coordinating department go without saying. */
function Calendars({ detail: { calendars } }: Pick<OrganisationHeadProps, 'detail'>) {
  const { t, local } = useWords();
  const ids = [calendars.country, calendars.closures].filter((id) => id !== null);
  const known = useQuery({ ...calendarsQuery, enabled: ids.length > 0 });
  if (ids.length === 0) return null;
  const nameOf = (id: string): string =>
    local(known.data?.items.find((calendar) => calendar.id === id)?.name) || id;
  return (
    <div>
      <dt>{t('organisation.calendars')}</dt>
      {ids.map((id) => (
        <dd key={id}>
          <Link to={`/calendars/${id}`}>{nameOf(id)}</Link>
        </dd>
      ))}
    </div>
  );
}

interface OrganisationLinkProps {
  readonly id: string;
  readonly nameOf: Readonly<Record<string, LocalText>>;
}

function OrganisationLink({ id, nameOf }: OrganisationLinkProps) {
  const { t, local } = useWords();
  const name = nameOf[id];
  return <Link to={`/organisations/${id}`}>{name ? local(name) : t('organisation.another')}</Link>;
}
