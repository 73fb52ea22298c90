import './shell.css';

import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';

import { useLive } from '../../api/live.js';
import { sessionQuery } from '../../api/queries.js';
import type { Session, Viewer } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { ProblemNotice } from '../../parts/notice.js';
import { PageSkeleton } from '../../parts/skeleton.js';
import { dressedPage } from '../dressed-page.js';
import { PresentContext } from '../session.js';
import { goAhead } from '../../parts/use-now.js';
import { Header } from './header.js';

const SignInPage = dressedPage(() => import('../../pages/sign-in/sign-in-page.js'));
const StartPage = dressedPage(() => import('../../pages/start/start-page.js'));

/** The frame of every page; to nobody in particular it shows the sign-in page at whatever address. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const session = useQuery(sessionQuery);
  const { pathname } = useLocation();
  if (session.isPending) return <PageSkeleton />;
  if (session.isError)
    return (
      <main className="page">
        <ProblemNotice error={session.error} retry={() => void session.refetch()} />
      </main>
    );
  if (pathname === '/start')
    return (
      <Suspense fallback={<PageSkeleton />}>
        <StartPage session={session.data} />
      </Suspense>
    );
  const { viewer } = session.data;
  if (!viewer)
    return (
      <Suspense fallback={<PageSkeleton />}>
        <SignInPage session={session.data} />
      </Suspense>
    );
  return (
    <Inside session={session.data} viewer={viewer} key={`${viewer.space}/${viewer.personId}`}>
      {children}
    </Inside>
  );
}

interface InsideProps {
  readonly session: Session;
  readonly viewer: Viewer;
  readonly children: ReactNode;
}

function Inside({ session, viewer, children }: InsideProps) {
  const { t } = useWords();
  const live = useLive(`${viewer.space}/${viewer.personId}`);
  const present = useMemo(() => ({ session, viewer, live }), [session, viewer, live]);
  const main = useFocusOnNewPage();
  useEffect(() => goAhead(session.clockAheadMs), [session.clockAheadMs]);
  return (
    <PresentContext value={present}>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <Header />
      <main id="content" tabIndex={-1} ref={main}>
        {children}
      </main>
    </PresentContext>
  );
}

/** A reader who does not see the page change is put at its beginning; the first page is left as the browser has it. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
  return main;
}
