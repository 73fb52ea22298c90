import { Button, Form } from 'antd';
import { useState } from 'react';

import type { LocalText } from '../../api/types.js';
import { useMay } from '../../app/session.js';
import { useWords } from '../../i18n/index.js';
import { OrganisationSelect } from '../../parts/organisation-select.js';
import { RegisterOrganisation } from '../../parts/register-organisation.js';

interface PartyFieldProps {
  readonly name: (string | number)[];
  /** The same from the form's top, where it stands in a list. */
  readonly path?: (string | number)[];
  /** Of the role in the definition. */
  readonly title: LocalText;
  /** Which one it is, where several have the role. */
  readonly count?: number;
}

export function PartyField({ name, path = name, title, count }: PartyFieldProps) {
  const { t, local } = useWords();
  const { register } = useMay();
  const form = Form.useFormInstance();
  const [registering, setRegistering] = useState<string>();
  return (
    <>
      <Form.Item
        name={name}
        label={count === undefined ? local(title) : `${local(title)} ${String(count)}`}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <OrganisationSelect
          {...(register && {
            below: (search: string) => (
              <p className="select-below">
                {t('newLetter.notYet')}
                <Button type="link" size="small" onClick={() => setRegistering(search)}>
                  {search === '' ? t('newLetter.registerTitle') : t('newLetter.register', { name: search })}
                </Button>
              </p>
            ),
          })}
        />
      </Form.Item>
      {registering === undefined ? null : (
        <RegisterOrganisation
          name={registering}
          onDone={(organisationId) => {
            form.setFieldValue(path, organisationId);
            setRegistering(undefined);
          }}
          onClose={() => setRegistering(undefined)}
        />
      )}
    </>
  );
}
