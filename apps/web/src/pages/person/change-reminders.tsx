import { Form, Input, Radio } from 'antd';

import { setReminderPreferences } from '../../api/reminding.js';
import type { PersonDetail, PersonReminders, ReminderPreferences } from '../../api/types.js';
import { HOME_ZONE, localDay } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { momentNow } from '../../parts/use-now.js';
import { useSendForm } from '../../parts/use-send-form.js';

interface Values {
  readonly from: string;
  readonly to: string;
  readonly workingDaysOnly: boolean;
  readonly digest: boolean;
  readonly mutedUntil?: string;
  readonly muteReason?: string;
}

interface ChangeRemindersProps {
  readonly detail: PersonDetail;
  readonly reminders: PersonReminders;
  readonly onClose: () => void;
}

export function ChangeReminders({ detail, reminders, onClose }: ChangeRemindersProps) {
  const { t, local } = useWords();
  const { window, workingDaysOnly, digest, mutedUntil, muteReason } = reminders;
  const sending = useSendForm({
    send: (values: Values, key) =>
      setReminderPreferences(detail.personId, preferencesOf(values, reminders), key),
    changes: 'people',
    onDone: onClose,
  });
  const required = [{ required: true, message: t('common.required') }];
  const initial = {
    ...window,
    workingDaysOnly,
    digest,
    ...(mutedUntil === null ? {} : { mutedUntil, muteReason: muteReason ?? '' }),
  };
  return (
    <FormDialog<Values>
      title={`${t('reminding.own.change')}${t('common.colon')}${local(detail.name)}`}
      explain={t('reminding.own.explain')}
      ok={t('common.save')}
      initial={initial}
      sending={sending}
      onSend={(values) => sending.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="from" label={t('reminding.own.from')} rules={required}>
        <Input type="time" />
      </Form.Item>
      <Form.Item name="to" label={t('reminding.own.to')} rules={required}>
        <Input type="time" />
      </Form.Item>
      <Form.Item name="workingDaysOnly" label={t('reminding.own.days')}>
        <Radio.Group
          options={[
            { value: true, label: t('reminding.own.workingDays') },
            { value: false, label: t('reminding.own.everyDay') },
          ]}
        />
      </Form.Item>
      <Form.Item name="digest" label={t('reminding.own.digest')}>
        <Radio.Group
          options={[
            { value: true, label: t('reminding.own.oneADay') },
            { value: false, label: t('reminding.own.each') },
          ]}
        />
      </Form.Item>
      <Form.Item name="mutedUntil" label={t('reminding.own.until')}>
        <Input type="date" min={localDay(momentNow(), detail.zone ?? HOME_ZONE)} />
      </Form.Item>
      <Form.Item noStyle dependencies={['mutedUntil']}>
        {({ getFieldValue }) =>
          getFieldValue('mutedUntil') ? (
            <Form.Item name="muteReason" label={t('reminding.own.reason')} rules={required}>
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
            </Form.Item>
          ) : null
        }
      </Form.Item>
    </FormDialog>
  );
}

/** What is not as it was; a day that is left empty is none. */
function preferencesOf(values: Values, known: PersonReminders): ReminderPreferences {
  const { from, to, workingDaysOnly, digest, mutedUntil = '', muteReason = '' } = values;
  const isOtherWindow = from !== known.window.from || to !== known.window.to;
  return {
    ...(isOtherWindow && { window: { from, to } }),
    ...(workingDaysOnly !== known.workingDaysOnly && { workingDaysOnly }),
    ...(digest !== known.digest && { digest }),
    ...(mutedUntil === ''
      ? known.mutedUntil !== null && { mutedUntil: null }
      : (mutedUntil !== known.mutedUntil || muteReason.trim() !== known.muteReason) && {
          mutedUntil,
          muteReason: muteReason.trim(),
        }),
  };
}
