import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';

import { newKey, planMeeting, sendMeetingCommand } from '../../api/commands.js';
import { Problem } from '../../api/problem.js';
import type { LocalText, MeetingDetail } from '../../api/types.js';
import { HOME_ZONE } from '../../format/days.js';
import { localText } from '../../format/local-text.js';
import { useWords } from '../../i18n/index.js';
import { LocalField } from '../../parts/local-field.js';
import { useProblemSentence } from '../../parts/notice.js';
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
  const [form] = Form.useForm<Values>();
  const send = useSend(meeting, onDone);
  const sentence = useProblemSentence(send.error);
  const name = t(meeting ? 'meeting.move' : 'meeting.plan');
  const required = [{ required: true, message: t('common.required') }];
  return (
    <Modal
      open
      title={name}
      okText={name}
      cancelText={t('common.cancel')}
      confirmLoading={send.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {send.error ? <Alert className="form-problem" type="error" title={sentence} /> : null}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ zone: meeting?.zone ?? HOME_ZONE, at: meeting?.at, place: meeting?.place }}
        onFinish={(values) => send.mutate(values)}
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
      </Form>
    </Modal>
  );
}

function useSend(meeting: MeetingDetail | undefined, onDone: (meetingId: string) => void) {
  const queries = useQueryClient();
  const [key, setKey] = useState(newKey);
  return useMutation({
    mutationFn: ({ title, at, zone, place }: Values) => {
      const appointment = { at: at.slice(0, 16), zone, place: place.trim() };
      return meeting
        ? sendMeetingCommand(meeting.meetingId, 'move-meeting', appointment, key)
        : planMeeting({ ...appointment, title: localText(title?.zh, title?.en) ?? {} }, key);
    },
    onSuccess: async ({ meetingId }) => {
      await queries.invalidateQueries({ queryKey: ['meetings'] });
      onDone(meetingId);
    },
    onError: (error) => {
      // Sent again after a refusal, with other words, it is another command.
      if (error instanceof Problem) setKey(newKey());
    },
  });
}
