import { Button } from 'antd';
import { useState } from 'react';

import type { MeetingDetail, MeetingLetter } from '../../api/types.js';
import { localDay } from '../../format/days.js';
import { meetingDay } from '../../format/meeting-time.js';
import { useWords } from '../../i18n/index.js';
import { useProblemSentence } from '../../parts/notice.js';
import { useNow } from '../../parts/use-now.js';
import { DeclineDialog, PostponeDialog, SignDialog } from './record-dialogs.js';
import { useMeetingCommand } from './use-meeting-command.js';

interface RecordButtonsProps {
  readonly meeting: MeetingDetail;
  readonly letter: MeetingLetter;
}

/** What became of the letter, in one tap on the day; what has to be told besides is asked for. */
export function RecordButtons({ meeting, letter }: RecordButtonsProps) {
  const { t, local } = useWords();
  const [asking, setAsking] = useState<'sign' | 'postpone' | 'decline'>();
  const sign = useMeetingCommand(meeting.meetingId);
  const sentence = useProblemSentence(sign.error);
  const today = localDay(useNow(), meeting.zone);
  const day = meetingDay(meeting.at);
  const isOnTheDay = letter.status !== 'postponed' && today === day;
  const isOpen = !letter.blockers.some(({ code }) => code === 'in-drafting' || code === 'over');
  const props = { meeting, letter, today, onClose: () => setAsking(undefined) };
  const { agreementId } = letter;
  return (
    <div className="meeting-record no-print">
      <div
        className="meeting-record-buttons"
        role="group"
        aria-label={t('meeting.record.group', { title: local(letter.title) })}
      >
        {!isOpen ? null : isOnTheDay ? (
          <Button
            size="large"
            loading={sign.isPending}
            onClick={() => sign.mutate([{ command: 'sign-letter', body: { agreementId } }])}
          >
            {t('meeting.record.signed')}
          </Button>
        ) : today > day || letter.status === 'postponed' ? (
          <Button size="large" onClick={() => setAsking('sign')}>
            {t('meeting.record.signedLater')}
          </Button>
        ) : null}
        <Button size="large" onClick={() => setAsking('postpone')}>
          {t('meeting.record.postponed')}
        </Button>
        {isOpen ? (
          <Button size="large" onClick={() => setAsking('decline')}>
            {t('meeting.record.declined')}
          </Button>
        ) : null}
      </div>
      {sign.error ? (
        <p className="late" role="alert">
          {sentence}
        </p>
      ) : null}
      {asking === 'sign' ? <SignDialog {...props} /> : null}
      {asking === 'postpone' ? <PostponeDialog {...props} /> : null}
      {asking === 'decline' ? <DeclineDialog {...props} /> : null}
    </div>
  );
}
