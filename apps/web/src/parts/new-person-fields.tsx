import { Form, Input, Radio } from 'antd';

import { useWords } from '../i18n/index.js';
import { LocalField } from './local-field.js';

/** Who is not registered yet, at `person` of the form around them: oneself at the start, or somebody else later. */
export function NewPersonFields({ labels }: { readonly labels: 'start' | 'organisations' }) {
  const { t } = useWords();
  return (
    <>
      <LocalField
        name={['person', 'name']}
        labelZh={t(`${labels}.nameZh`)}
        labelEn={t(`${labels}.nameEn`)}
        required={t('start.oneName')}
      />
      <div className="local-field">
        <Form.Item
          name={['person', 'email']}
          label={
            <span>
              {t('start.email')} <span className="label">{t('common.optional')}</span>
            </span>
          }
        >
          <Input type="email" {...(labels === 'start' && { autoComplete: 'email' })} />
        </Form.Item>
        <Form.Item name={['person', 'language']} label={t(`${labels}.language`)}>
          <Radio.Group
            options={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </Form.Item>
      </div>
    </>
  );
}
