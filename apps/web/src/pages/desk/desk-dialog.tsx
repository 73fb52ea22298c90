import { Form, Input } from 'antd';

import { openDesk, sendDeskCommand } from '../../api/commands.js';
import type { LocalText } from '../../api/types.js';
import { HOME_ZONE, localDay } from '../../format/days.js';
import { localText } from '../../format/local-text.js';
import { useWords } from '../../i18n/index.js';
import { CoordinatorSelect, placeOf } from '../../parts/coordinator-select.js';
import { LocalField } from '../../parts/local-field.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { useNow } from '../../parts/use-now.js';
import { useSendForm } from '../../parts/use-send-form.js';

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
  const today = localDay(useNow(), HOME_ZONE);
  const send = useSendForm({
    send: (values: Values, key) => sent(command, deskId, values, key),
    changes: 'desks',
    onDone: onClose,
  });
  const name = t(`desks.commands.${command}`);
  const rules = [{ required: true, message: t('common.required') }];
  return (
    <FormDialog<Values>
      title={name}
      explain={t(`desks.explain.${command}`)}
      ok={name}
      initial={{ from: today }}
      sending={send}
      onSend={(values) => send.mutate(values)}
      onClose={onClose}
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
    </FormDialog>
  );
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
