import '../agreement/agreement.css';
import './organisation.css';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';

import { organisationQuery } from '../../api/queries.js';
import type { OrganisationDetail } from '../../api/types.js';
import { HOME_ZONE, instantText, localDay } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { DirectoryTabs } from '../../parts/directory-tabs.js';
import { Local } from '../../parts/local.js';
import { ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useNow } from '../../parts/use-now.js';
import { useTitle } from '../../parts/use-title.js';
import { FillPosition } from '../organisations/fill-position.js';
import { CommandDialog } from './command-dialog.js';
import type { DialogCommand, Preset } from './fields.js';
import { MandatesCard } from './mandates-card.js';
import { OnDay } from './on-day.js';
import { OrganisationHead } from './organisation-head.js';
import { PositionsCard } from './positions-card.js';
import type { Position } from './titles.js';

type Open =
  | { readonly dialog: 'command'; readonly command: DialogCommand; readonly preset: Preset }
  | { readonly dialog: 'fill'; readonly position: Position | undefined };

export default function OrganisationPage() {
  const { t, local } = useWords();
  const { organisation = '' } = useParams();
  const detail = useQuery(organisationQuery(organisation));
  useTitle(detail.data ? local(detail.data.name) : t('organisations.title'));
  return (
    <div className="page organisation-page">
      <DirectoryTabs />
      {detail.isPending ? <Skeleton lines={8} /> : null}
      {detail.isError && !detail.data ? (
        <ProblemNotice error={detail.error} retry={() => void detail.refetch()} />
      ) : null}
      {detail.data ? <OrganisationView detail={detail.data} /> : null}
    </div>
  );
}

function OrganisationView({ detail }: { readonly detail: OrganisationDetail }) {
  const [open, setOpen] = useState<Open>();
  const today = localDay(useNow(), HOME_ZONE);
  const { organisationId, possible, name } = detail;
  const ask = (command: DialogCommand, preset: Preset = {}): void =>
    setOpen({ dialog: 'command', command, preset });
  const close = (): void => setOpen(undefined);
  const ifMay = <Run,>(command: (typeof possible)[number], run: Run): Run | undefined =>
    possible.includes(command) ? run : undefined;
  return (
    <>
      <OrganisationHead detail={detail} ask={ask} />
      <PositionsCard
        detail={detail}
        actions={{
          fill: ifMay('FillPosition', (position) => setOpen({ dialog: 'fill', position })),
          vacate: ifMay('VacatePosition', (positionId) => ask('VacatePosition', { positionId })),
          end: ifMay('EndPosition', (positionId) => ask('EndPosition', { positionId })),
        }}
      />
      <MandatesCard
        detail={detail}
        today={today}
        grant={ifMay('GrantMandate', () => ask('GrantMandate'))}
        revoke={ifMay('RevokeMandate', (mandateId: string) => ask('RevokeMandate', { mandateId }))}
      />
      <OnDay organisationId={organisationId} today={today} />
      <History detail={detail} />
      {open?.dialog === 'command' ? (
        <CommandDialog command={open.command} preset={open.preset} detail={detail} onClose={close} />
      ) : null}
      {open?.dialog === 'fill' ? (
        <FillPosition
          organisation={{ organisationId, name }}
          {...(open.position && { position: open.position })}
          onClose={close}
        />
      ) : null}
    </>
  );
}

function History({ detail: { history } }: { readonly detail: OrganisationDetail }) {
  const { t, language } = useWords();
  if (history.length === 0) return null;
  return (
    <section className="sheet directory-card" aria-labelledby="history">
      <div className="card-head">
        <h2 id="history">{t('organisation.history')}</h2>
      </div>
      <ol className="directory-list">
        {history.map(({ revision, recordedAt, sentence }) => (
          <li key={revision}>
            <Local text={sentence} />
            <p className="label">
              {instantText(recordedAt, language, HOME_ZONE)} · #{revision}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
