import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';

import { sendOrganisationCommand } from '../../api/commands.js';
import type { OrganisationDetail } from '../../api/types.js';
import { HOME_ZONE, localDay } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { CalendarSelect } from '../../parts/calendar-select.js';
import { LocalField } from '../../parts/local-field.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { OrganisationSelect } from '../../parts/organisation-select.js';
import { PersonSelect } from '../../parts/person-select.js';
import { useNow } from '../../parts/use-now.js';
import { useSendForm } from '../../parts/use-send-form.js';
import { bodyOf, FIELDS, type DialogCommand, type Field, type Preset, type Values } from './fields.js';
import { titleOf } from './titles.js';

interface CommandDialogProps {
  readonly command: DialogCommand;
  readonly preset: Preset;
  readonly detail: OrganisationDetail;
  readonly onClose: () => void;
}

/** One form for every command of an organisation; what it has to be told stands in a table. */
export function CommandDialog({ command, preset, detail, onClose }: CommandDialogProps) {
  const { t } = useWords();
  const today = localDay(useNow(), HOME_ZONE);
  const send = useSendForm({
    send: (values: Values, key) =>
      sendOrganisationCommand(detail.organisationId, command, bodyOf(command, values, preset), key),
    changes: 'organisations',
    onDone: onClose,
  });
  const name = t(`organisation.commands.${command}`);
  return (
    <FormDialog<Values>
      title={name}
      explain={t(`organisation.explain.${command}`)}
      ok={name}
      initial={{
        from: today,
        on: today,
        fromPositionId: preset.positionId,
        country: detail.calendars.country ?? undefined,
        closures: detail.calendars.closures ?? undefined,
      }}
      sending={send}
      onSend={(values) => send.mutate(values)}
      onClose={onClose}
    >
      {FIELDS[command].map((field) => (
        <CommandField key={field.name} field={field} detail={detail} />
      ))}
    </FormDialog>
  );
}

function CommandField({ field, detail }: { readonly field: Field; readonly detail: OrganisationDetail }) {
  const { t } = useWords();
  const { name, input, label, optional = false } = field;
  if (input === 'local')
    return (
      <LocalField
        name={[name]}
        labelZh={t('newLetter.nameZh')}
        labelEn={t('newLetter.nameEn')}
        required={t('start.oneName')}
      />
    );
  return (
    <Form.Item
      name={name}
      label={
        <span>
          {t(`organisation.fields.${label}`)}
          {optional ? <span className="label"> {t('common.optional')}</span> : null}
        </span>
      }
      rules={optional ? [] : [{ required: true, message: t('common.required') }]}
    >
      {inputOf(input, detail)}
    </Form.Item>
  );
}

/** Form.Item hands value and onChange to its child, so each input is the child itself. */
function inputOf(input: Exclude<Field['input'], 'local'>, detail: OrganisationDetail): ReactNode {
  switch (input) {
    case 'day':
      return <Input type="date" />;
    case 'line':
      return <Input maxLength={40} />;
    case 'prose':
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />;
    case 'organisation':
      return <OrganisationSelect />;
    case 'person':
      return <PersonSelect />;
    case 'country-calendar':
      return <CalendarSelect of="countries" />;
    case 'closures':
      return <CalendarSelect of="closures" />;
    case 'position':
      return <OwnPositionSelect detail={detail} />;
    default: {
      const never: never = input;
      return never;
    }
  }
}

function OwnPositionSelect({ detail, ...rest }: { readonly detail: OrganisationDetail }) {
  const { local } = useWords();
  const options = detail.positions
    .filter(({ endedOn }) => endedOn === undefined)
    .map((position) => ({ value: position.positionId, label: local(titleOf(position) ?? {}) }));
  return <Select {...rest} options={options} />;
}
