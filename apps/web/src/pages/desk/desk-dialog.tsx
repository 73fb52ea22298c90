import '../agreement/actions/action-dialog.css';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';

import { newKey, openDesk, sendDeskCommand } from '../../api/commands.js';
import { Problem } from '../../api/problem.js';
import type { LocalText } from '../../api/types.js';
import { HOME_ZONE, localDay } from '../../format/days.js';
import { localText } from '../../format/local-text.js';
import { useWords } from '../../i18n/index.js';
import { CoordinatorSelect, placeOf } from '../../parts/coordinator-select.js';
import { LocalField } from '../../parts/local-field.js';
import { useProblemSentence } from '../../parts/notice.js';
import { useNow } from '../../parts/use-now.js';

export type DeskDialogCommand = 'OpenDesk' | 'OfferDesk' | 'HandOverDesk';

interface Values {
  readonly name?: LocalText;
  readonly who: string;
  readonly from: string;
  readonly reason?: string;
}

interface DeskDialogProps {
  readonly command: DeskDialogCommand;
  /** Absent: a new one. */
  readonly deskId?: string;
  /** Whose it is. */
  readonly holder?: string;
  readonly onClose: () => void;
}

export function DeskDialog({ command, deskId = '', holder = '', onClose }: DeskDialogProps) {
  const { t } = useWords();
  const [form] = Form.useForm<Values>();
  const today = localDay(useNow(), HOME_ZONE);
  const send = useSend(command, deskId, onClose);
  const sentence = useProblemSentence(send.error);
  const name = t(`desks.commands.${command}`);
  const rules = [{ required: true, message: t('common.required') }];
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
      <p className="dialog-explain">{t(`desks.explain.${command}`)}</p>
      {send.error ? <Alert className="form-problem" type="error" title={sentence} /> : null}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: today }}
        onFinish={(values) => send.mutate(values)}
      >
        {command === 'OpenDesk' ? (
          <LocalField
            name={['name']}
            labelZh={t('newLetter.nameZh')}
            labelEn={t('newLetter.nameEn')}
            required={t('start.oneName')}
          />
        ) : null}
        <Form.Item name="who" label={t('desks.who')} rules={rules}>
          <CoordinatorSelect but={holder} />
        </Form.Item>
        {command === 'HandOverDesk' ? (
          <Form.Item name="reason" label={t('desks.reason')} rules={rules}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
          </Form.Item>
        ) : (
          <Form.Item name="from" label={t('desks.from')} rules={rules}>
            <Input type="date" {...(command === 'OpenDesk' ? { max: today } : { min: today })} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}

function useSend(command: DeskDialogCommand, deskId: string, onDone: () => void) {
  const queries = useQueryClient();
  const [key, setKey] = useState(newKey);
  return useMutation({
    mutationFn: (values: Values) => sent(command, deskId, values, key),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['desks'] });
      onDone();
    },
    onError: (error) => {
      // Sent again after a refusal, with other words, it is another command.
      if (error instanceof Problem) setKey(newKey());
    },
  });
}

function sent(command: DeskDialogCommand, deskId: string, values: Values, key: string): Promise<object> {
  const { who, from, name, reason = '' } = values;
  const place = placeOf(who);
  switch (command) {
    case 'OpenDesk':
      return openDesk({ ...place, from, name: localText(name?.zh, name?.en) ?? {} }, key);
    case 'OfferDesk':
      return sendDeskCommand(deskId, command, { ...place, from }, key);
    case 'HandOverDesk':
      return sendDeskCommand(deskId, command, { ...place, reason: reason.trim() }, key);
    default: {
      const never: never = command;
      return never;
    }
  }
}
