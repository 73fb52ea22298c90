import '../agreement/agreement.css';
import '../organisation/organisation.css';

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';

import { personQuery } from '../../api/queries.js';
import type { PersonDetail } from '../../api/types.js';
import { dayText, HOME_ZONE, localDay, zoneText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { DirectoryTabs } from '../../parts/directory-tabs.js';
import { Dot } from '../../parts/dot.js';
import { Local } from '../../parts/local.js';
import { ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useTitle } from '../../parts/use-title.js';
import { ChangeContacts } from './change-contacts.js';
import { ErasePerson } from './erase-person.js';
import { RemindersCard } from './reminders-card.js';

export default function PersonPage() {
  const { t, local } = useWords();
  const { person = '' } = useParams();
  const detail = useQuery(personQuery(person));
  useTitle(detail.data?.name ? local(detail.data.name) : t('people.title'));
  return (
    <div className="page organisation-page">
      <DirectoryTabs />
      {detail.isPending ? <Skeleton lines={8} /> : null}
      {detail.isError && !detail.data ? (
        <ProblemNotice error={detail.error} retry={() => void detail.refetch()} />
      ) : null}
      {detail.data ? <PersonView detail={detail.data} /> : null}
    </div>
  );
}

function PersonView({ detail }: { readonly detail: PersonDetail }) {
  const { t } = useWords();
  const [erasing, setErasing] = useState(false);
  const [changing, setChanging] = useState(false);
  const { name, erased, possible } = detail;
  return (
    <>
      <header className="organisation-head">
        <h1 className="agreement-title">{name ? <Local text={name} /> : t('people.erasedName')}</h1>
        {erased ? <p className="organisation-closed">{t('people.erased')}</p> : <Contacts detail={detail} />}
        {possible.length > 0 ? (
          <div className="organisation-commands">
            {possible.includes('ChangeContacts') ? (
              <Button size="small" onClick={() => setChanging(true)}>
                {t('people.changeContacts')}
              </Button>
            ) : null}
            {possible.includes('ErasePerson') ? (
              <Button size="small" danger onClick={() => setErasing(true)}>
                {t('people.erase')}
              </Button>
            ) : null}
          </div>
        ) : null}
      </header>
      <RemindersCard detail={detail} />
      <Positions detail={detail} />
      <Mandates detail={detail} />
      {changing ? <ChangeContacts detail={detail} onClose={() => setChanging(false)} /> : null}
      {erasing ? <ErasePerson detail={detail} onClose={() => setErasing(false)} /> : null}
    </>
  );
}

function Contacts({ detail: { email, phone, bounced, language, zone } }: { readonly detail: PersonDetail }) {
  const { t, language: own } = useWords();
  return (
    <dl className="organisation-facts">
      <div>
        <dt>{t('people.email')}</dt>
        <dd>
          {email === null ? (
            <span className="quiet">{t('people.noEmail')}</span>
          ) : (
            <a href={`mailto:${email}`}>{email}</a>
          )}
          {bounced === null ? null : (
            <p className="contact-bounced" role="note">
              {t('people.bounced', {
                day: dayText(localDay(bounced.at, HOME_ZONE), own),
                status: bounced.status,
              })}
            </p>
          )}
        </dd>
      </div>
      {phone === null ? null : (
        <div>
          <dt>{t('people.phone')}</dt>
          <dd>
            <a href={`tel:${phone.replaceAll(/[^\d+]/gu, '')}`}>{phone}</a>
          </dd>
        </div>
      )}
      <div>
        <dt>{t('people.language')}</dt>
        <dd>{t(`language.${language}`)}</dd>
      </div>
      <div>
        <dt>{t('people.zone')}</dt>
        <dd>{zone ? zoneText(zone, own) : t('people.platformZone')}</dd>
      </div>
    </dl>
  );
}

function Positions({ detail: { positions } }: { readonly detail: PersonDetail }) {
  const { t, language } = useWords();
  return (
    <section className="sheet directory-card" aria-labelledby="positions">
      <div className="card-head">
        <h2 id="positions">{t('people.positions')}</h2>
      </div>
      {positions.length === 0 ? <p className="quiet">{t('people.noPositions')}</p> : null}
      <ol className="directory-list">
        {positions.map(({ positionId, title, roles, organisation, from, until }) => (
          <li key={`${positionId} ${from}`} className={until === null ? '' : 'quiet'}>
            <Local text={title} />
            <Dot />
            <Link to={`/organisations/${organisation.organisationId}`}>
              <Local text={organisation.name} />
            </Link>
            <p className="label">
              {until === null
                ? t('organisation.since', { day: dayText(from, language) })
                : t('organisation.between', {
                    from: dayText(from, language),
                    until: dayText(until, language),
                  })}
              {roles.length === 0 ? null : (
                <>
                  <Dot />
                  {roles.map((role) => t(`positionRole.${role}`)).join(t('common.and'))}
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Mandates({ detail: { mandates } }: { readonly detail: PersonDetail }) {
  const { t, local, language } = useWords();
  return (
    <section className="sheet directory-card" aria-labelledby="mandates">
      <div className="card-head">
        <h2 id="mandates">{t('people.mandates')}</h2>
      </div>
      {mandates.length === 0 ? <p className="quiet">{t('people.noMandates')}</p> : null}
      <ul className="directory-list">
        {mandates.map(({ mandateId, organisationId, position, to, from, until, revokedOn }) => (
          <li key={mandateId} className={revokedOn === null ? '' : 'quiet'}>
            <Link to={`/organisations/${organisationId}`}>
              {t('people.mandate', {
                to: to ? local(to) : t('organisation.somebody'),
                position: position ? local(position) : t('organisation.another'),
              })}
            </Link>
            <p className="label">
              {until === null
                ? t('organisation.since', { day: dayText(from, language) })
                : t('organisation.to', { from: dayText(from, language), until: dayText(until, language) })}
              {revokedOn === null ? null : (
                <>
                  <Dot />
                  {t('organisation.revoked', { day: dayText(revokedOn, language) })}
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
