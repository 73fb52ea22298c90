import { Button } from 'antd';
import { useState } from 'react';

import type { MeetingDetail } from '../../api/types.js';
import { dayText, zoneText } from '../../format/days.js';
import { meetingTime } from '../../format/meeting-time.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';
import { Local } from '../../parts/local.js';
import { PlanMeeting } from '../meetings/plan-meeting.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { printAddress, PRINTED_TOGETHER } from '../../parts/print-address.js';
import { useMeetingCommand } from './use-meeting-command.js';

export function MeetingHead({ meeting }: { readonly meeting: MeetingDetail }) {
  const { t, language } = useWords();
  const [open, setOpen] = useState<'move' | 'hold'>();
  const { title, at, zone, place, heldOn, letters, mayRun, status } = meeting;
  const signed = letters.filter(({ standing }) => standing === 'signed').length;
  const close = (): void => setOpen(undefined);
  return (
    <header className="meeting-head">
      <h1 className="page-title">
        <Local text={title} />
      </h1>
      <p>
        <time dateTime={at}>{meetingTime(at, language)}</time>{' '}
        <span className="label">{zoneText(zone, language)}</span>
        <Dot />
        {place}
      </p>
      <p className="quiet">
        {heldOn === null ? t('meeting.notHeld') : t('meeting.heldOn', { day: dayText(heldOn, language) })}
        <Dot />
        {t('meeting.count', { signed, letters: letters.length })}
      </p>
      <div className="meeting-actions no-print">
        {mayRun && status === 'planned' && letters.length > 0 ? (
          <Button type="primary" size="large" onClick={() => setOpen('hold')}>
            {t('meeting.hold')}
          </Button>
        ) : null}
        {mayRun && status === 'planned' ? (
          <Button onClick={() => setOpen('move')}>{t('meeting.move')}</Button>
        ) : null}
        {letters.length > 0 ? <Button onClick={() => print()}>{t('meeting.print')}</Button> : null}
        {letters.length > 0 && letters.length <= PRINTED_TOGETHER ? (
          <Button href={printAddress(letters)}>{t('meeting.printLetters')}</Button>
        ) : null}
      </div>
      {open === 'move' ? <PlanMeeting meeting={meeting} onDone={close} onClose={close} /> : null}
      {open === 'hold' ? <HoldDialog meeting={meeting} onClose={close} /> : null}
    </header>
  );
}

interface HoldDialogProps {
  readonly meeting: MeetingDetail;
  readonly onClose: () => void;
}

/** One command for all letters; those that will refuse are named before. */
function HoldDialog({ meeting: { meetingId, letters }, onClose }: HoldDialogProps) {
  const { t } = useWords();
  const hold = useMeetingCommand(meetingId, onClose);
  const blocked = letters.filter(({ standing, status }) => standing === 'blocked' && status === 'placed');
  return (
    <FormDialog
      title={t('meeting.hold')}
      ok={t('meeting.hold')}
      explain={t('meeting.holdExplain')}
      sending={hold}
      onSend={() => hold.mutate([{ command: 'hold-meeting', body: {} }])}
      onClose={onClose}
    >
      {blocked.length > 0 ? (
        <>
          <p>{t('meeting.holdNot')}</p>
          <ul className="meanwhile">
            {blocked.map(({ agreementId, title }) => (
              <li key={agreementId}>
                <Local text={title} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </FormDialog>
  );
}
