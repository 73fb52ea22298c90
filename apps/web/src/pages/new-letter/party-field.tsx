import { Button, Form } from 'antd';
import { useState } from 'react';

import type { LocalText } from '../../api/types.js';
import { useMay } from '../../app/session.js';
import { useWords } from '../../i18n/index.js';
import { OrganisationSelect } from '../../parts/organisation-select.js';
import { RegisterOrganisation } from '../../parts/register-organisation.js';

interface PartyFieldProps {
  readonly name: (string | number)[];
  /** Of the role in the definition. */
  readonly title: LocalText;
}

export function PartyField({ name, title }: PartyFieldProps) {
  const { t, local } = useWords();
  const { register } = useMay();
  const form = Form.useFormInstance();
  const [registering, setRegistering] = useState<string>();
  return (
    <>
      <Form.Item name={name} label={local(title)} rules={[{ required: true, message: t('common.required') }]}>
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
            form.setFieldValue(name, organisationId);
            setRegistering(undefined);
          }}
          onClose={() => setRegistering(undefined)}
        />
      )}
    </>
  );
}
