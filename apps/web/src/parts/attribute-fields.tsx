import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';

import type { AttributeSchema, WorkflowDefinition } from '../api/types.js';
import { useWords } from '../i18n/index.js';
import { attributesOf } from './attributes.js';

const LINE = 200;

interface AttributeFieldsProps {
  readonly definition: WorkflowDefinition;
  /** Path in the form's values; the attributes' names follow. */
  readonly name: readonly string[];
}

/** One field for each attribute of the definition, as its schema says what it may be. */
export function AttributeFields({ definition, name }: AttributeFieldsProps) {
  const { t, local } = useWords();
  return attributesOf(definition).map((attribute) => (
    <Form.Item
      key={attribute.name}
      name={[...name, attribute.name]}
      label={
        <span>
          {local(attribute.schema.titles)}
          {attribute.required ? null : <span className="label"> {t('common.optional')}</span>}
        </span>
      }
      rules={attribute.required ? [{ required: true, message: t('common.required') }] : []}
    >
      {input(attribute.schema, t, local)}
    </Form.Item>
  ));
}

type Words = ReturnType<typeof useWords>;

/** Form.Item hands value and onChange to its child, so each input is the child itself. */
function input(schema: AttributeSchema, t: Words['t'], local: Words['local']): ReactNode {
  const { type, format, minimum, maximum, maxLength = LINE } = schema;
  switch (type) {
    case 'integer':
      return (
        <InputNumber
          className="attribute-number"
          precision={0}
          {...(minimum !== undefined && { min: minimum })}
          {...(maximum !== undefined && { max: maximum })}
        />
      );
    case 'boolean':
      return (
        <Radio.Group
          options={[
            { value: true, label: t('common.yes') },
            { value: false, label: t('common.no') },
          ]}
        />
      );
    case 'string':
      if (format === 'date') return <Input type="date" />;
      if (schema.enum)
        return (
          <Select
            allowClear
            options={schema.enum.map((value) => ({
              value,
              label: local(schema.enumTitles?.[value] ?? { en: value }),
            }))}
          />
        );
      return maxLength > LINE ? (
        <Input.TextArea maxLength={maxLength} autoSize={{ minRows: 2, maxRows: 8 }} />
      ) : (
        <Input maxLength={maxLength} />
      );
    default: {
      const never: never = type;
      return never;
    }
  }
}
