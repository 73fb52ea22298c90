import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useState } from 'react';

import { definitionQuery } from '../../../api/queries.js';
import type { AgreementDetail } from '../../../api/types.js';
import { useWords } from '../../../i18n/index.js';
import { Dialog } from '../../../parts/dialog.js';
import { AttributeFields } from '../../../parts/attribute-fields.js';
import { changedValues, type AttributeInputs } from '../../../parts/attributes.js';
import { placeProblem } from '../../../parts/form-problem.js';
import { isStale, Refusal } from './refusal.js';
import { useSend } from './use-send.js';

interface AttributesDialogProps {
  readonly detail: AgreementDetail;
  readonly onClose: () => void;
}

interface Values {
  readonly values?: AttributeInputs;
  readonly reason?: string;
}

/** The fields come from the definition, so this action has a dialog of its own. */
export function AttributesDialog({ detail, onClose }: AttributesDialogProps) {
  const { t } = useWords();
  const [form] = Form.useForm<Values>();
  const [placed, setPlaced] = useState(false);
  const { attributes = {}, definition: name, activities } = detail.agreement;
  // The stages that ask for them are over: what is changed now is put right.
  const isOver = !activities.some((activity) => activity.startsWith('attributes@'));
  const { data: definition } = useQuery(definitionQuery(name));
  const send = useSend({
    command: 'set-attributes',
    detail,
    onDone: onClose,
    onRefused: (error) => setPlaced(placeProblem(form, error, (field) => field.split('.'))),
  });
  const stale = isStale(send.error);
  return (
    <Dialog
      title={t('command.set-attributes')}
      okText={stale ? t('form.again') : t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={send.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={520}
    >
      <p className="dialog-explain">{t(isOver ? 'explain.correct-attributes' : 'explain.set-attributes')}</p>
      {send.error && (stale || !placed) ? <Refusal error={send.error} detail={detail} /> : null}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ values: attributes }}
        onFinish={({ values = {}, reason = '' }) => {
          const why = reason.trim() === '' ? {} : { reason: reason.trim() };
          send.mutate({ body: { values: changedValues(attributes, values), ...why }, evenSo: stale });
        }}
      >
        {definition ? <AttributeFields definition={definition} name={['values']} /> : null}
        {isOver ? (
          <Form.Item
            name="reason"
            label={t('form.reason')}
            rules={[{ required: true, message: t('common.required') }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
          </Form.Item>
        ) : null}
      </Form>
    </Dialog>
  );
}
