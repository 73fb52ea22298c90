import { Form, Input } from 'antd';

import { useWords } from '../../../i18n/index.js';
import { FormDialog } from '../../../parts/form-dialog.js';
import { useAnswer, type About } from './use-answer.js';

interface SnoozeDialogProps {
  readonly about: About;
  readonly days: { readonly first: string; readonly last: string };
  readonly onClose: () => void;
}

interface Values {
  readonly until: string;
}

export function SnoozeDialog({ about, days: { first, last }, onClose }: SnoozeDialogProps) {
  const { t } = useWords();
  const sending = useAnswer('snooze-reminder', about.agreementId, onClose);
  return (
    <FormDialog<Values>
      title={t('answer.snooze')}
      ok={t('answer.snoozeSend')}
      initial={{ until: first }}
      sending={sending}
      onSend={({ until }) => sending.mutate({ deadlineId: about.deadlineId, until })}
      onClose={onClose}
    >
      <Form.Item
        name="until"
        label={t('answer.until')}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <Input type="date" min={first} max={last} />
      </Form.Item>
    </FormDialog>
  );
}
