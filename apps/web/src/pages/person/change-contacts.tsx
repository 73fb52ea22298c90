import '../agreement/actions/action-dialog.css';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';

import { changeContacts, newKey } from '../../api/commands.js';
import { Problem } from '../../api/problem.js';
import type { Contacts, Language, PersonDetail } from '../../api/types.js';
import { zoneText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { Dialog } from '../../parts/dialog.js';
import { useProblemSentence } from '../../parts/notice.js';
import { placeProblem } from '../../parts/form-problem.js';

interface Values {
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly zone?: string | null;
  readonly language: Language;
  /** Of an address that mail came back from. */
  readonly stays?: boolean;
}

interface ChangeContactsProps {
  readonly detail: PersonDetail;
  readonly onClose: () => void;
}

/** Where reminders go, in which language and by whose clock. */
export function ChangeContacts({ detail, onClose }: ChangeContactsProps) {
  const { t, local, language } = useWords();
  const [form] = Form.useForm<Values>();
  const [placed, setPlaced] = useState(false);
  const change = useChange(detail.personId, onClose, (error) =>
    setPlaced(placeProblem(form, error, (field) => [field])),
  );
  const sentence = useProblemSentence(change.error);
  const { email, phone, zone } = detail;
  return (
    <Dialog
      title={`${t('people.changeContacts')}${t('common.colon')}${local(detail.name)}`}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="dialog-explain">{t('people.contactsLead')}</p>
      {change.error && !placed ? <Alert className="form-problem" type="error" title={sentence} /> : null}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ email, phone, zone, language: detail.language }}
        onFinish={(values) => change.mutate(contactsOf(values, detail))}
      >
        <Form.Item name="email" label={t('people.email')}>
          <Input type="email" maxLength={254} />
        </Form.Item>
        {detail.bounced === null ? null : (
          <Form.Item name="stays" valuePropName="checked">
            <Checkbox>{t('people.bouncedStays')}</Checkbox>
          </Form.Item>
        )}
        <Form.Item name="phone" label={t('people.phone')}>
          <Input type="tel" maxLength={30} />
        </Form.Item>
        <Form.Item name="language" label={t('people.language')}>
          <Radio.Group
            options={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </Form.Item>
        <Form.Item name="zone" label={t('people.zone')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            allowClear
            placeholder={t('people.platformZone')}
            options={zones(zone).map((value) => ({
              value,
              label: `${zoneText(value, language)} (${value})`,
            }))}
          />
        </Form.Item>
      </Form>
    </Dialog>
  );
}

/** What is left empty is no more. An address that is told anew is a good one again, so it is told when it changes only. */
function contactsOf({ email, phone, zone, language, stays }: Values, known: PersonDetail): Contacts {
  const given = (text: string | null = ''): string | null => {
    const said = text?.trim() ?? '';
    return said === '' ? null : said;
  };
  const address = given(email);
  const isTold = address !== known.email || stays === true;
  return { ...(isTold && { email: address }), phone: given(phone), zone: given(zone), language };
}

function zones(own: string | null): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return own === null || known.includes(own) ? known : [own, ...known];
}

function useChange(personId: string, onDone: () => void, onRefused: (error: Error) => void) {
  const queries = useQueryClient();
  const [key, setKey] = useState(newKey);
  return useMutation({
    mutationFn: (contacts: Contacts) => changeContacts(personId, contacts, key),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['people'] });
      onDone();
    },
    onError: (error) => {
      // Sent again after a refusal, with other words, it is another command.
      if (error instanceof Problem) setKey(newKey());
      onRefused(error);
    },
  });
}
