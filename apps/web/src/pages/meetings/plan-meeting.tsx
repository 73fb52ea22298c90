import { Form, Input } from 'antd';

import { planMeeting, sendMeetingCommand } from '../../api/commands.js';
import type { LocalText, MeetingDetail } from '../../api/types.js';
import { HOME_ZONE } from '../../format/days.js';
import { localText } from '../../format/local-text.js';
import { useWords } from '../../i18n/index.js';
import { LocalField } from '../../parts/local-field.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { useSendForm } from '../../parts/use-send-form.js';
import { ZoneSelect } from '../../parts/zone-select.js';

interface Values {
  readonly title?: LocalText;
  readonly at: string;
  readonly zone: string;
  readonly place: string;
}

interface PlanMeetingProps {
  /** Absent: a new one; else it is moved, and keeps its title. */
  readonly meeting?: MeetingDetail;
  readonly onDone: (meetingId: string) => void;
  readonly onClose: () => void;
}

export function PlanMeeting({ meeting, onDone, onClose }: PlanMeetingProps) {
  const { t } = useWords();
  const send = useSendForm({
    send: (values: Values, key) => sent(meeting, values, key),
    changes: 'meetings',
    onDone: ({ meetingId }) => onDone(meetingId),
  });
  const name = t(meeting ? 'meeting.move' : 'meeting.plan');
  const required = [{ required: true, message: t('common.required') }];
  return (
    <FormDialog<Values>
      title={name}
      ok={name}
      initial={meeting ? { zone: meeting.zone, at: meeting.at, place: meeting.place } : { zone: HOME_ZONE }}
      sending={send}
      onSend={(values) => send.mutate(values)}
      onClose={onClose}
    >
      {meeting ? null : (
        <LocalField
          name={['title']}
          labelZh={t('meeting.titleZh')}
          labelEn={t('meeting.titleEn')}
          required={t('start.oneName')}
        />
      )}
      <Form.Item name="at" label={t('meeting.at')} rules={required}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="zone" label={t('meeting.zone')} rules={required}>
        <ZoneSelect chosen={meeting?.zone} />
      </Form.Item>
      <Form.Item name="place" label={t('meeting.place')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}

function sent(
  meeting: MeetingDetail | undefined,
  { title, at, zone, place }: Values,
  key: string,
): Promise<{ readonly meetingId: string }> {
  const appointment = { at: at.slice(0, 16), zone, place: place.trim() };
  return meeting
    ? sendMeetingCommand(meeting.meetingId, 'move-meeting', appointment, key)
    : planMeeting({ ...appointment, title: localText(title?.zh, title?.en) ?? {} }, key);
}
