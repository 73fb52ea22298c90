import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';

// What nearly every visit begins with comes along at once; the other pages when they are asked for.
import BoardPage from '../pages/board/board-page.js';
import { PageSkeleton } from '../parts/skeleton.js';

const NewLetterPage = lazy(() => import('../pages/new-letter/new-letter-page.js'));
const AgreementPage = lazy(() => import('../pages/agreement/agreement-page.js'));
const ComparePage = lazy(() => import('../pages/compare/compare-page.js'));
const MyWorkPage = lazy(() => import('../pages/my-work/my-work-page.js'));
const CoveragePage = lazy(() => import('../pages/coverage/coverage-page.js'));
const OrganisationsPage = lazy(() => import('../pages/organisations/organisations-page.js'));
const OrganisationPage = lazy(() => import('../pages/organisation/organisation-page.js'));
const PeoplePage = lazy(() => import('../pages/people/people-page.js'));
const PersonPage = lazy(() => import('../pages/person/person-page.js'));
const DesksPage = lazy(() => import('../pages/desks/desks-page.js'));
const DeskPage = lazy(() => import('../pages/desk/desk-page.js'));
const ImportPage = lazy(() => import('../pages/import/import-page.js'));
const MeetingsPage = lazy(() => import('../pages/meetings/meetings-page.js'));
const MeetingPage = lazy(() => import('../pages/meeting/meeting-page.js'));
const OutboxPage = lazy(() => import('../pages/outbox/outbox-page.js'));
const NotFoundPage = lazy(() => import('../pages/not-found-page.js'));

export function AppRoutes() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Routes>
        <Route path="/" element={<BoardPage />} />
        <Route path="/coverage" element={<CoveragePage />} />
        <Route path="/my-work" element={<MyWorkPage />} />
        <Route path="/agreements/new" element={<NewLetterPage />} />
        <Route path="/agreements/:agreement" element={<AgreementPage />} />
        <Route path="/agreements/:agreement/compare" element={<ComparePage />} />
        <Route path="/organisations" element={<OrganisationsPage />} />
        <Route path="/organisations/:organisation" element={<OrganisationPage />} />
        <Route path="/people" element={<PeoplePage />} />
        <Route path="/people/:person" element={<PersonPage />} />
        <Route path="/desks" element={<DesksPage />} />
        <Route path="/desks/:desk" element={<DeskPage />} />
        <Route path="/import" element={<ImportPage />} />
        <Route path="/meetings" element={<MeetingsPage />} />
        <Route path="/meetings/:meeting" element={<MeetingPage />} />
        <Route path="/outbox" element={<OutboxPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  );
}
