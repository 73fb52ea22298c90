import { Form, Input } from 'antd';
import { useState } from 'react';

import type { AgreementDetail } from '../../../api/types.js';
import { localDay } from '../../../format/days.js';
import { useWords } from '../../../i18n/index.js';
import { Dialog } from '../../../parts/dialog.js';
import { placeProblem } from '../../../parts/form-problem.js';
import { PlanPreview } from '../../../parts/reminding/plan-preview.js';
import { momentNow } from '../../../parts/use-now.js';
import { useSettled } from '../../../parts/use-settled.js';
import { isStale, Refusal } from './refusal.js';
import { useSend } from './use-send.js';

interface Values {
  readonly localDate?: string;
  readonly reason: string;
}

interface MoveDialogProps {
  readonly detail: AgreementDetail;
  readonly deadlineId: string;
  readonly onClose: () => void;
}

const AFTER_MS = 400;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Another day for a deadline: what that makes of its reminders is shown before it is done. */
export function MoveDialog({ detail, deadlineId, onClose }: MoveDialogProps) {
  const { t } = useWords();
  const [form] = Form.useForm<Values>();
  const [placed, setPlaced] = useState(false);
  const day = useSettled(Form.useWatch('localDate', form) ?? '', AFTER_MS);
  const deadline = detail.agreement.deadlines.find((one) => one.deadlineId === deadlineId);
  const send = useSend({
    command: 'move-deadline',
    detail,
    onDone: onClose,
    onRefused: (error) => setPlaced(placeProblem(form, error, (field) => [field])),
  });
  const stale = isStale(send.error);
  const required = [{ required: true, message: t('common.required') }];
  const isOther = DAY.test(day) && day !== deadline?.localDate;
  return (
    <Dialog
      title={t('command.move-deadline')}
      okText={stale ? t('form.again') : t('command.move-deadline')}
      cancelText={t('common.cancel')}
      confirmLoading={send.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={560}
    >
      <p className="dialog-explain">{t('explain.move-deadline')}</p>
      {send.error && (stale || !placed) ? <Refusal error={send.error} detail={detail} /> : null}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ localDate: deadline?.localDate }}
        onFinish={({ localDate = '', reason }) =>
          send.mutate({ body: { deadlineId, localDate, reason: reason.trim() }, evenSo: stale })
        }
      >
        <Form.Item name="localDate" label={t('reminding.newDay')} rules={required}>
          <Input type="date" {...(deadline && { min: localDay(momentNow(), deadline.zone) })} />
        </Form.Item>
        <Form.Item name="reason" label={t('form.reason')} rules={required}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
      </Form>
      {isOther ? (
        <PlanPreview
          agreementId={detail.agreementId}
          changes={{ move: { deadlineId, localDate: day } }}
          deadlineId={deadlineId}
        />
      ) : null}
    </Dialog>
  );
}
