import { Checkbox, Form, Input, Select } from 'antd';

import type { RemindedRow, ToldMeans } from '../../../api/types.js';
import { useWords } from '../../../i18n/index.js';
import { FormDialog } from '../../../parts/form-dialog.js';
import { momentNow } from '../../../parts/use-now.js';
import { useAnswer, type About } from './use-answer.js';

const MEANS = ['phone', 'in-person', 'chat', 'other'] as const satisfies readonly ToldMeans[];

interface ToldDialogProps {
  readonly about: About;
  readonly positionId: string;
  readonly person: NonNullable<RemindedRow['person']>;
  readonly onClose: () => void;
}

interface Values {
  readonly means: ToldMeans;
  /** By the reader's own clock on the wall. */
  readonly at: string;
  readonly promised?: boolean;
  readonly note?: string;
}

/** A word by telephone is a reminder like any other. */
export function ToldDialog({ about, positionId, person, onClose }: ToldDialogProps) {
  const { t, local } = useWords();
  const sending = useAnswer('record-told', about.agreementId, onClose);
  const send = ({ means, at, promised = false, note = '' }: Values): void => {
    const said = note.trim();
    sending.mutate({
      deadlineId: about.deadlineId,
      positionId,
      personId: person.personId,
      means,
      toldAt: new Date(at).toISOString(),
      promised,
      ...(said === '' ? {} : { note: said }),
    });
  };
  return (
    <FormDialog<Values>
      title={t('reminded.toldTitle', { who: local(person.name) })}
      explain={t('reminded.toldHint')}
      ok={t('common.save')}
      initial={{ means: 'phone', at: onTheWall(momentNow()) }}
      sending={sending}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item name="means" label={t('reminded.meansLabel')}>
        <Select options={MEANS.map((means) => ({ value: means, label: t(`reminded.means.${means}`) }))} />
      </Form.Item>
      <Form.Item
        name="at"
        label={t('reminded.at')}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="promised" valuePropName="checked">
        <Checkbox>{t('reminded.promised')}</Checkbox>
      </Form.Item>
      <Form.Item
        name="note"
        label={
          <span>
            {t('reminded.note')} <span className="label">{t('common.optional')}</span>
          </span>
        }
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}

/** As such a field writes it, to the minute. */
function onTheWall(moment: number): string {
  const date = new Date(moment);
  return new Date(moment - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
