import { Button, Form } from 'antd';

import type { WorkflowDefinition } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { PartyField } from './party-field.js';

interface RolePartiesProps {
  readonly role: WorkflowDefinition['partyRoles'][number];
}

/** The organisation of a role, or as many as there are where several may have it. */
export function RoleParties({ role: { role, title, several } }: RolePartiesProps) {
  const { t, local } = useWords();
  if (several !== true) return <PartyField name={['parties', role, 0]} title={title} />;
  return (
    <Form.List name={['parties', role]} initialValue={[undefined]}>
      {(fields, { add, remove }) => (
        <div className="role-parties">
          {fields.map(({ key, name }, index) => (
            <div key={key} className="role-party">
              <PartyField name={[name]} path={['parties', role, name]} title={title} count={index + 1} />
              {fields.length > 1 ? (
                <Button type="link" size="small" onClick={() => remove(name)}>
                  {t('newLetter.leaveOut')}
                </Button>
              ) : null}
            </div>
          ))}
          <Button type="dashed" block onClick={() => add()}>
            {t('newLetter.another', { role: local(title) })}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
