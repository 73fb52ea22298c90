import { Suspense } from 'react';
import { Route, Routes } from 'react-router';

// What nearly every visit begins with comes along at once; the other pages when they are asked for.
import BoardPage from '../pages/board/board-page.js';
import { PageSkeleton } from '../parts/skeleton.js';
import { dressedPage } from './dressed-page.js';

const NewLetterPage = dressedPage(() => import('../pages/new-letter/new-letter-page.js'));
const AgreementPage = dressedPage(() => import('../pages/agreement/agreement-page.js'));
const ComparePage = dressedPage(() => import('../pages/compare/compare-page.js'));
const DeadlinesPage = dressedPage(() => import('../pages/deadlines/deadlines-page.js'));
const MyWorkPage = dressedPage(() => import('../pages/my-work/my-work-page.js'));
const CoveragePage = dressedPage(() => import('../pages/coverage/coverage-page.js'));
const OrganisationsPage = dressedPage(() => import('../pages/organisations/organisations-page.js'));
const OrganisationPage = dressedPage(() => import('../pages/organisation/organisation-page.js'));
const PeoplePage = dressedPage(() => import('../pages/people/people-page.js'));
const PersonPage = dressedPage(() => import('../pages/person/person-page.js'));
const DesksPage = dressedPage(() => import('../pages/desks/desks-page.js'));
const DeskPage = dressedPage(() => import('../pages/desk/desk-page.js'));
const ImportPage = dressedPage(() => import('../pages/import/import-page.js'));
const MeetingsPage = dressedPage(() => import('../pages/meetings/meetings-page.js'));
const MeetingPage = dressedPage(() => import('../pages/meeting/meeting-page.js'));
const OutboxPage = dressedPage(() => import('../pages/outbox/outbox-page.js'));
const InboxPage = dressedPage(() => import('../pages/inbox/inbox-page.js'));
const CalendarsPage = dressedPage(() => import('../pages/calendars/calendars-page.js'));
const DefinitionsPage = dressedPage(() => import('../pages/definitions/definitions-page.js'));
const NotFoundPage = dressedPage(() => import('../pages/not-found-page.js'));

export function AppRoutes() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Routes>
        <Route path="/" element={<BoardPage />} />
        <Route path="/coverage" element={<CoveragePage />} />
        <Route path="/deadlines" element={<DeadlinesPage />} />
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
        <Route path="/calendars" element={<CalendarsPage />} />
        <Route path="/calendars/:calendar" element={<CalendarsPage />} />
        <Route path="/definitions" element={<DefinitionsPage />} />
        <Route path="/definitions/:definition" element={<DefinitionsPage />} />
        <Route path="/import" element={<ImportPage />} />
        <Route path="/meetings" element={<MeetingsPage />} />
        <Route path="/meetings/:meeting" element={<MeetingPage />} />
        <Route path="/inbox" element={<InboxPage />} />
        <Route path="/outbox" element={<OutboxPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  );
}
