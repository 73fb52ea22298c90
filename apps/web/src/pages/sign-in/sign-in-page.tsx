import './sign-in.css';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';

import { statusOf } from '../../api/problem.js';
import { peopleToSignInQuery } from '../../api/queries.js';
import type { Session, Space } from '../../api/types.js';
import { useSignIn } from '../../app/session.js';
import { useWords } from '../../i18n/index.js';
import { Notice, ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useTitle } from '../../parts/use-title.js';
import { Entrance } from './entrance.js';
import { PeopleCards } from './people-cards.js';

export default function SignInPage({ session }: { readonly session: Session }) {
  const { t } = useWords();
  const [space, setSpace] = useState<Space>(session.spaces[0] ?? 'main');
  useTitle(t('signIn.title'));
  return (
    <Entrance>
      <h1 className="entrance-title">{t('signIn.title')}</h1>
      {session.demoSignIn ? <People space={space} /> : <Closed />}
      {session.demoSignIn ? (
        <p className="entrance-ways">
          {space === 'demo' ? (
            <>
              <Link to="/start">{t('signIn.startEmpty')}</Link>
              <span>{t('signIn.startEmptyHint')}</span>
            </>
          ) : (
            <button type="button" className="link-button" onClick={() => setSpace('demo')}>
              {t('signIn.toDemo')}
            </button>
          )}
        </p>
      ) : null}
    </Entrance>
  );
}

function People({ space }: { readonly space: Space }) {
  const { t } = useWords();
  const people = useQuery(peopleToSignInQuery(space));
  const enter = useSignIn();
  const { pathname, search } = useLocation();
  // A link that was followed leads where it said.
  const asksForNothing = pathname === '/' && search === '';
  if (people.isPending) return <Skeleton lines={4} tall />;
  if (people.isError)
    return statusOf(people.error) === 404 ? (
      <Closed />
    ) : (
      <ProblemNotice error={people.error} retry={() => void people.refetch()} />
    );
  return (
    <>
      <p className="entrance-hint">{t(space === 'demo' ? 'signIn.demoHint' : 'signIn.mainHint')}</p>
      {enter.isError ? <ProblemNotice error={enter.error} retry={() => enter.reset()} /> : null}
      <PeopleCards
        people={people.data}
        busy={enter.isPending}
        onChoose={(person) => enter.mutate({ space, person, ...(asksForNothing && { goTo: 'start' }) })}
      />
    </>
  );
}

function Closed() {
  const { t } = useWords();
  return <Notice title={t('signIn.closed')} detail={t('signIn.closedHint')} />;
}
