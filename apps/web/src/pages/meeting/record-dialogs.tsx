import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';

import { newKey, sendCommand } from '../../api/commands.js';
import { Problem } from '../../api/problem.js';
import { meetingsQuery, rows } from '../../api/queries.js';
import type { MeetingDetail, MeetingLetter } from '../../api/types.js';
import { filled } from '../../format/local-text.js';
import { meetingTime } from '../../format/meeting-time.js';
import { useWords } from '../../i18n/index.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { useMeetingCommand } from './use-meeting-command.js';

interface RecordDialogProps {
  readonly meeting: MeetingDetail;
  readonly letter: MeetingLetter;
  /** Local day where the meeting is. */
  readonly today: string;
  readonly onClose: () => void;
}

export function SignDialog({ meeting, letter: { agreementId, title }, today, onClose }: RecordDialogProps) {
  const { t, local } = useWords();
  const sign = useMeetingCommand(meeting.meetingId, onClose);
  return (
    <FormDialog<{ on: string; evidence?: string }>
      title={`${t('meeting.sign.title')}: ${local(title)}`}
      explain={t('meeting.sign.explain')}
      ok={t('meeting.record.signed')}
      initial={{ on: today }}
      sending={sign}
      onSend={({ on, evidence: said }) => {
        const evidence = filled(said);
        const body = { agreementId, on, ...(evidence !== undefined && { evidence }) };
        sign.mutate([{ command: 'sign-letter', body }]);
      }}
      onClose={onClose}
    >
      <Form.Item
        name="on"
        label={t('meeting.sign.on')}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <Input type="date" max={today} />
      </Form.Item>
      <Form.Item name="evidence" label={<Optional label={t('meeting.sign.evidence')} />}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </FormDialog>
  );
}

export function PostponeDialog({ meeting, letter: { agreementId, title }, onClose }: RecordDialogProps) {
  const { t, local, language } = useWords();
  const postpone = useMeetingCommand(meeting.meetingId, onClose);
  const meetings = useInfiniteQuery(meetingsQuery);
  const others = rows(meetings.data)
    .filter(({ meetingId, status }) => status === 'planned' && meetingId !== meeting.meetingId)
    .toReversed()
    .map((one) => ({ value: one.meetingId, label: `${meetingTime(one.at, language)} ${local(one.title)}` }));
  return (
    <FormDialog<{ reason: string; toMeeting?: string; to?: string }>
      title={`${t('meeting.postpone.title')}: ${local(title)}`}
      explain={t('meeting.postpone.explain')}
      ok={t('meeting.postpone.title')}
      sending={postpone}
      onSend={({ reason, toMeeting, to: day }) => {
        const to = filled(day);
        const until = toMeeting === undefined ? { ...(to !== undefined && { to }) } : { toMeeting };
        postpone.mutate([{ command: 'postpone-letter', body: { agreementId, reason, ...until } }]);
      }}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t('meeting.postpone.reason')}
        rules={[{ required: true, whitespace: true, message: t('common.required') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="toMeeting" label={<Optional label={t('meeting.postpone.meeting')} />}>
        <Select allowClear options={others} loading={meetings.isFetching} />
      </Form.Item>
      <Form.Item noStyle dependencies={['toMeeting']}>
        {({ getFieldValue }) =>
          getFieldValue('toMeeting') === undefined ? (
            <Form.Item name="to" label={<Optional label={t('meeting.postpone.day')} />}>
              <Input type="date" />
            </Form.Item>
          ) : null
        }
      </Form.Item>
    </FormDialog>
  );
}

export function DeclineDialog({ letter, onClose }: RecordDialogProps) {
  const { t, local } = useWords();
  const decline = useDecline(letter.agreementId, onClose);
  const required = [{ required: true, whitespace: true, message: t('common.required') }];
  const parties = letter.parties.filter(({ signed, declined }) => !signed && !declined);
  return (
    <FormDialog<{ partyId: string; reason: string }>
      title={`${t('meeting.decline.title')}: ${local(letter.title)}`}
      ok={t('meeting.decline.title')}
      explain={t('explain.decline-signing')}
      sending={decline}
      onSend={(values) => decline.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="partyId" label={t('meeting.decline.party')} rules={required}>
        <Radio.Group options={parties.map(({ partyId, name }) => ({ value: partyId, label: local(name) }))} />
      </Form.Item>
      <Form.Item name="reason" label={t('meeting.decline.reason')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </FormDialog>
  );
}

/** A party declines to the letter, not to the meeting. */
function useDecline(agreementId: string, onDone: () => void) {
  const queries = useQueryClient();
  const [key, setKey] = useState(newKey);
  return useMutation({
    mutationFn: (body: { partyId: string; reason: string }) =>
      sendCommand(agreementId, 'decline-signing', body, { key }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['meetings'] });
      onDone();
    },
    onError: (error) => {
      // Sent again after a refusal, with other words, it is another command.
      if (error instanceof Problem) setKey(newKey());
    },
  });
}

function Optional({ label }: { readonly label: string }) {
  const { t } = useWords();
  return (
    <span>
      {label} <span className="label">{t('common.optional')}</span>
    </span>
  );
}
