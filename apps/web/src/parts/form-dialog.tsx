import './form-dialog.css';

import { Alert, Form } from 'antd';
import type { ReactNode } from 'react';

import { useWords } from '../i18n/index.js';
import { Dialog } from './dialog.js';
import { useProblemSentence } from './notice.js';

interface FormDialogProps<Values> {
  readonly title: string;
  readonly explain?: string;
  readonly ok: string;
  readonly initial?: Partial<Values>;
  readonly sending: { readonly isPending: boolean; readonly error: Error | null };
  readonly onSend: (values: Values) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A command with its few fields; what is refused stays on the page, above them. */
export function FormDialog<Values extends object>({
  title,
  explain,
  ok,
  initial = {},
  sending: { isPending, error },
  onSend,
  onClose,
  children,
}: FormDialogProps<Values>) {
  const { t } = useWords();
  const [form] = Form.useForm<Values>();
  const sentence = useProblemSentence(error);
  return (
    <Dialog
      title={title}
      okText={ok}
      cancelText={t('common.cancel')}
      confirmLoading={isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {explain === undefined ? null : <p className="dialog-explain">{explain}</p>}
      {error ? <Alert className="dialog-problem" type="error" title={sentence} /> : null}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={(values) => onSend(values)}
      >
        {children}
      </Form>
    </Dialog>
  );
}
