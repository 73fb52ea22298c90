import { Alert, Button } from 'antd';
import { useState } from 'react';

import type { Attendance, MeetingDetail } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { Local } from '../../parts/local.js';
import { useProblemSentence } from '../../parts/notice.js';
import { expectedAt, type Expected, type ExpectedHouse } from './expected.js';
import { SubstituteDialog } from './substitute-dialog.js';
import { useMeetingCommand } from './use-meeting-command.js';
import { useWho } from './use-who.js';

/** Who comes of each party, in whose place, and who else is there. */
export function AttendanceCard({ meeting }: { readonly meeting: MeetingDetail }) {
  const { t } = useWords();
  const houses = expectedAt(meeting);
  if (houses.length === 0) return null;
  return (
    <section aria-labelledby="attendance">
      <h2 id="attendance" className="meeting-part">
        {t('meeting.attendance')}
      </h2>
      {meeting.mayRun && meeting.attendance.length === 0 ? (
        <p className="quiet no-print">{t('meeting.attendanceHint')}</p>
      ) : null}
      <ul className="sheet meeting-attendance">
        {houses.map((house) => (
          <li key={house.organisationId}>
            <p className="card-name">
              <Local text={house.name} />
            </p>
            {house.signing.map((expected) => (
              <ExpectedPosition
                key={expected.positionId}
                meeting={meeting}
                organisationId={house.organisationId}
                expected={expected}
              />
            ))}
            <Others meeting={meeting} house={house} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ExpectedPositionProps {
  readonly meeting: MeetingDetail;
  readonly organisationId: string;
  readonly expected: Expected;
}

function ExpectedPosition({ meeting, organisationId, expected }: ExpectedPositionProps) {
  const { t } = useWords();
  const who = useWho(meeting);
  const [replacing, setReplacing] = useState(false);
  const send = useMeetingCommand(meeting.meetingId);
  const sentence = useProblemSentence(send.error);
  const { positionId, personId, present, substitute } = expected;
  const signatory = who(positionId, personId);
  const there = present ?? substitute;
  return (
    <div className="meeting-person">
      <p className={`card-line ${there ? 'mark-done' : 'mark-open'}`}>
        {substitute
          ? `${who(substitute.positionId, substitute.personId)}, ${t('meeting.inPlaceOf', { who: signatory })}`
          : signatory}
        {substitute?.mandate === undefined ? null : (
          <span className="quiet">
            {' '}
            {t('meeting.underMandate', { mandate: mandateText(substitute.mandate) })}
          </span>
        )}
      </p>
      {meeting.mayRun ? (
        <div className="meeting-person-buttons no-print">
          {there ? (
            <LeaveButton meeting={meeting} attendance={there} />
          ) : (
            <Button
              aria-label={t('meeting.attends', { who: signatory })}
              loading={send.isPending}
              onClick={() =>
                send.mutate([{ command: 'record-attendance', body: { organisationId, positionId } }])
              }
            >
              {t('meeting.there')}
            </Button>
          )}
          {substitute ? null : (
            <Button
              type="text"
              aria-label={t('meeting.insteadOf', { who: signatory })}
              onClick={() => setReplacing(true)}
            >
              {t('meeting.instead')}
            </Button>
          )}
        </div>
      ) : null}
      {send.error ? <Alert type="error" title={sentence} /> : null}
      {replacing ? (
        <SubstituteDialog
          meeting={meeting}
          organisationId={organisationId}
          positionId={positionId}
          who={signatory}
          onClose={() => setReplacing(false)}
        />
      ) : null}
    </div>
  );
}

interface LeaveButtonProps {
  readonly meeting: MeetingDetail;
  readonly attendance: Attendance;
}

function LeaveButton({ meeting, attendance: { positionId, personId } }: LeaveButtonProps) {
  const { t } = useWords();
  const who = useWho(meeting);
  const send = useMeetingCommand(meeting.meetingId);
  return (
    <Button
      type="text"
      aria-label={t('meeting.notComingOf', { who: who(positionId, personId) })}
      loading={send.isPending}
      onClick={() => send.mutate([{ command: 'remove-attendance', body: { positionId } }])}
    >
      {t('meeting.notComing')}
    </Button>
  );
}

interface OthersProps {
  readonly meeting: MeetingDetail;
  readonly house: ExpectedHouse;
}

function Others({ meeting, house: { others } }: OthersProps) {
  const { t } = useWords();
  const who = useWho(meeting);
  return others.map((attendance) => (
    <div key={attendance.positionId} className="meeting-person">
      <p className="card-line quiet">
        {t('meeting.others')}: {who(attendance.positionId, attendance.personId)}
      </p>
      {meeting.mayRun ? (
        <div className="meeting-person-buttons no-print">
          <LeaveButton meeting={meeting} attendance={attendance} />
        </div>
      ) : null}
    </div>
  ));
}

/** A number on paper is for people; of a mandate kept here the beginning of its id tells it from others. */
const mandateText = (mandate: string): string =>
  /^[0-9a-f-]{36}$/.test(mandate) ? mandate.slice(0, 8) : mandate;
