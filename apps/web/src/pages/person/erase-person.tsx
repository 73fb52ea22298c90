import '../../parts/form-dialog.css';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input } from 'antd';
import { useState } from 'react';

import { erasePerson, newKey } from '../../api/commands.js';
import type { PersonDetail } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { Dialog } from '../../parts/dialog.js';
import { useProblemSentence } from '../../parts/notice.js';

interface Values {
  readonly reason: string;
  readonly typed: string;
}

interface ErasePersonProps {
  readonly detail: PersonDetail;
  readonly onClose: () => void;
}

const EFFECTS = ['gone', 'stays', 'proof', 'access'] as const;

/** Whoever erases types the name: a click too many must not do what nobody can undo. */
export function ErasePerson({ detail, onClose }: ErasePersonProps) {
  const { t, local } = useWords();
  const [form] = Form.useForm<Values>();
  const name = local(detail.name);
  const erase = useErase(detail.personId, onClose);
  const sentence = useProblemSentence(erase.error);
  return (
    <Dialog
      title={`${t('people.erase')}${t('common.colon')}${name}`}
      okText={t('people.erase')}
      okButtonProps={{ danger: true }}
      cancelText={t('common.cancel')}
      confirmLoading={erase.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Alert className="form-problem" type="warning" title={t('people.eraseLead')} />
      <ul className="erase-effects">
        {EFFECTS.map((effect) => (
          <li key={effect}>{t(`people.eraseDoes.${effect}`)}</li>
        ))}
      </ul>
      {erase.error ? <Alert className="form-problem" type="error" title={sentence} /> : null}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => erase.mutate(values)}>
        <Form.Item
          name="reason"
          label={t('people.eraseReason')}
          rules={[{ required: true, whitespace: true, message: t('common.required') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
        </Form.Item>
        <Form.Item
          name="typed"
          label={t('people.eraseType', { name })}
          rules={[
            {
              validator: (_rule, value: string | undefined) =>
                value?.trim() === name.trim()
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('people.eraseDiffers'))),
            },
          ]}
        >
          <Input autoComplete="off" />
        </Form.Item>
      </Form>
    </Dialog>
  );
}

function useErase(personId: string, onDone: () => void) {
  const queries = useQueryClient();
  const [key] = useState(newKey);
  return useMutation({
    mutationFn: ({ reason }: Values) => erasePerson(personId, reason.trim(), key),
    onSuccess: async () => {
      // Whatever was read before may hold the name.
      await queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== 'session' });
      onDone();
    },
  });
}
