import { Form, Input } from 'antd';

import { muteReminders } from '../../api/reminding.js';
import { HOME_ZONE, localDay } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { FormDialog } from '../form-dialog.js';
import { momentNow } from '../use-now.js';
import { useSendForm } from '../use-send-form.js';
import { useSettled } from '../use-settled.js';
import { PlanPreview } from './plan-preview.js';

interface Values {
  readonly until: string;
  readonly reason: string;
}

interface MuteDialogProps {
  readonly agreementId: string;
  readonly onClose: () => void;
}

/** Nobody is reminded of the letter for a while; its days stay what they are. */
export function MuteDialog({ agreementId, onClose }: MuteDialogProps) {
  const { t } = useWords();
  const sending = useSendForm({
    send: ({ until, reason }: Values, key) =>
      muteReminders(agreementId, { until, reason: reason.trim() }, key),
    changes: 'deadlines',
    onDone: onClose,
  });
  const required = [{ required: true, message: t('common.required') }];
  return (
    <FormDialog<Values>
      title={t('reminding.mute')}
      explain={t('reminding.muteExplain')}
      ok={t('reminding.mute')}
      sending={sending}
      onSend={(values) => sending.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="until" label={t('reminding.until')} rules={required}>
        <Input type="date" min={localDay(momentNow(), HOME_ZONE)} />
      </Form.Item>
      <Form.Item name="reason" label={t('form.reason')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <Form.Item noStyle dependencies={['until']}>
        {({ getFieldValue }) => (
          <MutePreview
            agreementId={agreementId}
            until={(getFieldValue('until') as string | undefined) ?? ''}
          />
        )}
      </Form.Item>
    </FormDialog>
  );
}

const AFTER_MS = 400;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function MutePreview({ agreementId, until }: { readonly agreementId: string; readonly until: string }) {
  const day = useSettled(until, AFTER_MS);
  return DAY.test(day) ? <PlanPreview agreementId={agreementId} changes={{ mute: { until: day } }} /> : null;
}
