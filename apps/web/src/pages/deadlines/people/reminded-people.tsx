import './people.css';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { remindedPeopleQuery } from '../../../api/queries.js';
import type { RemindedRow } from '../../../api/types.js';
import { hasRole, usePresent } from '../../../app/session.js';
import { useWords } from '../../../i18n/index.js';
import { ProblemNotice } from '../../../parts/notice.js';
import { Skeleton } from '../../../parts/skeleton.js';
import { CopyDialog } from './copy-dialog.js';
import { HandOverDialog } from './hand-over-dialog.js';
import { SnoozeDialog } from './snooze-dialog.js';
import { ToldDialog } from './told-dialog.js';
import { useAnswer, type About } from './use-answer.js';
import { WhatTheySaid } from './what-they-said.js';

export interface RemindedPeopleProps extends About {
  readonly zone: string;
}

/** Who is reminded of a deadline and what they answered; what the reader can answer or pass on by hand. */
export function RemindedPeople({ agreementId, deadlineId, zone }: RemindedPeopleProps) {
  const { t } = useWords();
  const people = useQuery(remindedPeopleQuery(agreementId, deadlineId));
  if (people.isPending) return <Skeleton lines={2} />;
  if (people.isError) return <ProblemNotice error={people.error} retry={() => void people.refetch()} />;
  if (people.data.items.length === 0) return null;
  return (
    <section className="reminded" aria-label={t('reminded.title')}>
      <p className="label">{t('reminded.title')}</p>
      <ul>
        {people.data.items.map((row) => (
          <Person
            key={row.positionId}
            row={row}
            about={{ agreementId, deadlineId }}
            zone={zone}
            snooze={people.data.snooze}
          />
        ))}
      </ul>
    </section>
  );
}

type Dialog = 'snooze' | 'hand-over' | 'told' | 'copy';

interface PersonProps {
  readonly row: RemindedRow;
  readonly about: About;
  readonly zone: string;
  readonly snooze: { readonly first: string; readonly last: string } | null;
}

function Person({ row, about, zone, snooze }: PersonProps) {
  const { t, local } = useWords();
  const [dialog, setDialog] = useState<Dialog>();
  const close = (): void => setDialog(undefined);
  const { person, title } = row;
  const who = local(person?.name) || t('reminded.nobody');
  return (
    <li>
      <p>
        <strong>{who}</strong> <span className="quiet">{local(title)}</span>
      </p>
      <WhatTheySaid row={row} zone={zone} />
      <Actions row={row} about={about} who={who} canSnooze={snooze !== null} onOpen={setDialog} />
      {dialog === 'snooze' && snooze ? <SnoozeDialog about={about} days={snooze} onClose={close} /> : null}
      {dialog === 'hand-over' ? <HandOverDialog about={about} row={row} onClose={close} /> : null}
      {dialog === 'told' && person ? (
        <ToldDialog about={about} positionId={row.positionId} person={person} onClose={close} />
      ) : null}
      {dialog === 'copy' ? (
        <CopyDialog about={about} positionId={row.positionId} who={who} onClose={close} />
      ) : null}
    </li>
  );
}

interface ActionsProps {
  readonly row: RemindedRow;
  readonly about: About;
  readonly who: string;
  readonly canSnooze: boolean;
  readonly onOpen: (dialog: Dialog) => void;
}

function Actions({ row, about, who, canSnooze, onOpen }: ActionsProps) {
  const { t } = useWords();
  const { viewer } = usePresent();
  const onIt = useAnswer('acknowledge-reminder', about.agreementId, () => undefined);
  const tells = hasRole(viewer, 'coordinator');
  const isOpen = row.handedOver !== null && row.handedOver.toPositionId === null;
  const button = (name: string, onClick: () => void) => (
    <button type="button" className="link-button" aria-label={`${name}: ${who}`} onClick={onClick}>
      {name}
    </button>
  );
  return (
    <div className="reminded-actions">
      {row.isViewer && row.answer?.kind !== 'acknowledged'
        ? button(t('answer.acknowledge'), () => onIt.mutate({ deadlineId: about.deadlineId }))
        : null}
      {row.isViewer && canSnooze ? button(t('answer.snooze'), () => onOpen('snooze')) : null}
      {row.isViewer ? button(t('answer.notMine'), () => onOpen('hand-over')) : null}
      {tells && !row.isViewer && isOpen ? button(t('reminded.whose'), () => onOpen('hand-over')) : null}
      {tells && row.person ? button(t('reminded.told'), () => onOpen('told')) : null}
      {tells && row.person ? button(t('reminded.copy'), () => onOpen('copy')) : null}
    </div>
  );
}
