import { Form, Input, InputNumber, Select } from 'antd';

import { useWords } from '../../../i18n/index.js';
import { FormDialog } from '../../../parts/form-dialog.js';
import { useActions } from '../actions/actions-context.js';
import { useSend } from '../actions/use-send.js';

interface Values {
  readonly holderId: string;
  readonly copies: number;
  readonly archiveNumber: string;
}

export function HoldOriginals({ onClose }: { readonly onClose: () => void }) {
  const { t, local } = useWords();
  const { detail } = useActions();
  const send = useSend({ command: 'hold-originals', detail, onDone: onClose });
  const required = [{ required: true, message: t('common.required') }];
  return (
    <FormDialog<Values>
      title={t('papers.hold')}
      ok={t('papers.hold')}
      initial={{ copies: 1 }}
      sending={send}
      onSend={({ archiveNumber, ...rest }) =>
        send.mutate({ body: { ...rest, archiveNumber: archiveNumber.trim() }, evenSo: true })
      }
      onClose={onClose}
    >
      <Form.Item name="holderId" label={t('papers.holder')} rules={required}>
        <Select
          options={detail.agreement.parties.map(({ partyId, name }) => ({
            value: partyId,
            label: local(name),
          }))}
        />
      </Form.Item>
      <Form.Item name="copies" label={t('papers.copies')} rules={required}>
        <InputNumber min={1} max={1000} precision={0} />
      </Form.Item>
      <Form.Item name="archiveNumber" label={t('papers.archiveNumber')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
