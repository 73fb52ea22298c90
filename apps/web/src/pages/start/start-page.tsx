import '../sign-in/sign-in.css';

import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { statusOf } from '../../api/problem.js';
import { peopleToSignInQuery } from '../../api/queries.js';
import type { Session } from '../../api/types.js';
import { useSignIn } from '../../app/session.js';
import { useWords } from '../../i18n/index.js';
import { Notice, ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useTitle } from '../../parts/use-title.js';
import { Entrance } from '../sign-in/entrance.js';
import { PeopleCards } from '../sign-in/people-cards.js';
import { FirstCoordinatorForm } from './first-coordinator-form.js';

/** Into the space for one's own letters: as its first coordinator, or as one of its people once it has some. */
export default function StartPage({ session }: { readonly session: Session }) {
  const { t } = useWords();
  useTitle(t('start.title'));
  return (
    <Entrance>
      <h1 className="entrance-title">{t('start.title')}</h1>
      {session.demoSignIn ? <Way /> : <Notice title={t('signIn.closed')} detail={t('signIn.closedHint')} />}
      <p className="entrance-ways">
        <Link to="/">{t('signIn.toDemo')}</Link>
      </p>
    </Entrance>
  );
}

function Way() {
  const { t } = useWords();
  const people = useQuery(peopleToSignInQuery('main'));
  const enter = useSignIn();
  if (people.isPending) return <Skeleton lines={6} tall />;
  if (people.isError)
    return statusOf(people.error) === 404 ? (
      <Notice title={t('signIn.closed')} detail={t('signIn.closedHint')} />
    ) : (
      <ProblemNotice error={people.error} retry={() => void people.refetch()} />
    );
  if (people.data.length === 0)
    return (
      <>
        <p className="entrance-hint">{t('start.lead')}</p>
        <FirstCoordinatorForm />
      </>
    );
  return (
    <>
      <p className="entrance-hint">{t('signIn.mainHint')}</p>
      <PeopleCards
        people={people.data}
        busy={enter.isPending}
        onChoose={(person) => enter.mutate({ space: 'main', person, goTo: '/' })}
      />
    </>
  );
}
