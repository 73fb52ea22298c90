import { Form } from 'antd';

import { useWords } from '../../i18n/index.js';
import { NewPersonFields } from '../../parts/new-person-fields.js';
import { PersonSelect } from '../../parts/person-select.js';

/** Somebody who is registered now, or somebody who is known already. */
export function PersonFields() {
  const { t } = useWords();
  const who = Form.useWatch<string | undefined>('who');
  if (who === 'known')
    return (
      <Form.Item
        name="personId"
        label={t('organisations.person')}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <PersonSelect />
      </Form.Item>
    );
  return <NewPersonFields labels="organisations" />;
}
