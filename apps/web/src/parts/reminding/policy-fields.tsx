import { Checkbox, Form, Input, type FormInstance } from 'antd';

import type { PolicyOrigin, ReminderPolicyRow } from '../../api/types.js';
import { dayText, HOME_ZONE, localDay } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { formOf, LEVELS, type PolicyForm } from './policy-values.js';

interface PolicyFieldsProps {
  readonly form: FormInstance<PolicyForm>;
  readonly row: ReminderPolicyRow;
}

export function PolicyFields({ form, row }: PolicyFieldsProps) {
  const { t } = useWords();
  const { origins } = row;
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="policy-fields"
      initialValues={formOf(row)}
    >
      {row.kind === 'stage' ? (
        <Form.Item name="stuck" label={<Named name="stuck" origin={origins.workingDaysStuck} />}>
          <Input inputMode="numeric" style={{ width: 64 }} />
        </Form.Item>
      ) : null}
      <Form.Item name="before" label={<Named name="before" origin={origins.workingDaysBefore} />}>
        <Input inputMode="numeric" placeholder="5, 2" />
      </Form.Item>
      <Form.Item name="onTheDay" valuePropName="checked">
        <Checkbox>
          <Named name="onTheDay" origin={origins.onTheDay} />
        </Checkbox>
      </Form.Item>
      <Form.Item name="after" label={<Named name="after" origin={origins.workingDaysAfter} />}>
        <Input inputMode="numeric" placeholder="1, 3" />
      </Form.Item>
      <Form.Item label={<Named name="repeat" origin={origins.repeat} />}>
        <div className="policy-levels">
          <label>
            {t('reminding.field.times')}
            <Form.Item name="times" noStyle>
              <Input inputMode="numeric" style={{ width: 64 }} />
            </Form.Item>
          </label>
          <label>
            {t('reminding.field.every')}
            <Form.Item name="every" noStyle>
              <Input inputMode="numeric" style={{ width: 64 }} />
            </Form.Item>
          </label>
        </div>
      </Form.Item>
      <Form.Item label={<Named name="escalate" origin={origins.escalate} />}>
        <div className="policy-levels">
          {LEVELS.map((level) => (
            <label key={level}>
              {t(`reminding.level.${level}`)}
              <Form.Item name={level} noStyle>
                <Input inputMode="numeric" style={{ width: 64 }} />
              </Form.Item>
            </label>
          ))}
        </div>
      </Form.Item>
      <Form.Item name="putOff" label={<Named name="putOff" origin={origins.workingDaysPutOff} />}>
        <Input inputMode="numeric" style={{ width: 64 }} />
      </Form.Item>
    </Form>
  );
}

interface NamedProps {
  readonly name: 'before' | 'onTheDay' | 'after' | 'repeat' | 'escalate' | 'putOff' | 'stuck';
  readonly origin: PolicyOrigin;
}

function Named({ name, origin }: NamedProps) {
  const { t } = useWords();
  return (
    <span>
      {t(`reminding.field.${name}`)} <span className="policy-origin">{useOrigin(origin)}</span>
    </span>
  );
}

function useOrigin({ level, definition = '', at }: PolicyOrigin): string {
  const { t, language } = useWords();
  const day = at === undefined ? '' : dayText(localDay(at, HOME_ZONE), language);
  return t(`reminding.origin.${level}`, { definition, day });
}
