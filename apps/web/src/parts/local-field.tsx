import { Form, Input, type FormRule } from 'antd';

import { useWords } from '../i18n/index.js';

interface LocalFieldProps {
  /** Path in the form's values; the languages follow. */
  readonly name: readonly string[];
  readonly labelZh: string;
  readonly labelEn: string;
  /** Said when neither language is filled in; absent: it may stay empty. */
  readonly required?: string;
  readonly extra?: string;
}

/** The same thing in both languages side by side; one of them is enough, and what is missing is said once. */
export function LocalField({ name, labelZh, labelEn, required, extra }: LocalFieldProps) {
  const { language } = useWords();
  const zh = { path: [...name, 'zh'], label: labelZh, lang: 'zh-CN' };
  const en = { path: [...name, 'en'], label: labelEn, lang: 'en' };
  const [first, second] = language === 'zh' ? [zh, en] : [en, zh];
  return (
    <div className="local-field">
      <Form.Item
        name={first.path}
        label={first.label}
        dependencies={[second.path]}
        rules={required === undefined ? [] : [oneOf(second.path, required)]}
      >
        <Input lang={first.lang} maxLength={300} />
      </Form.Item>
      <Form.Item name={second.path} label={second.label}>
        <Input lang={second.lang} maxLength={300} />
      </Form.Item>
      {extra === undefined ? null : <p className="label local-field-extra">{extra}</p>}
    </div>
  );
}

/** The value itself or the one at the other path. */
export const oneOf =
  (other: string[], message: string): FormRule =>
  ({ getFieldValue }) => ({
    async validator(_rule, value: string | undefined) {
      const theOther = getFieldValue(other) as string | undefined;
      if (!value?.trim() && !theOther?.trim()) throw new Error(message);
    },
  });
