import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { newKey, proposeAgreement } from '../../api/commands.js';
import { Problem } from '../../api/problem.js';
import type { DeskRow, LocalText, WorkflowDefinition } from '../../api/types.js';
import { usePresent } from '../../app/session.js';
import { localText } from '../../format/local-text.js';
import { useWords } from '../../i18n/index.js';
import { AttributeFields } from '../../parts/attribute-fields.js';
import { attributesOf, changedValues, type AttributeInputs } from '../../parts/attributes.js';
import { DeskSelect } from '../../parts/desk-select.js';
import { placeProblem } from '../../parts/form-problem.js';
import { LocalField } from '../../parts/local-field.js';
import { useProblemSentence } from '../../parts/notice.js';
import { countAsked, nameAtVersion, partiesIn, type PartiesByRole } from './definition-facts.js';
import { RoleParties } from './role-parties.js';

interface Values {
  readonly title?: LocalText;
  readonly field?: LocalText;
  readonly parties?: PartiesByRole;
  readonly attributes?: AttributeInputs;
  readonly deskId?: string;
}

interface NewLetterFormProps {
  readonly definition: WorkflowDefinition;
  readonly desks: readonly DeskRow[];
}

export function NewLetterForm({ definition, desks }: NewLetterFormProps) {
  const { t } = useWords();
  const { viewer } = usePresent();
  // Whoever keeps a desk proposes for it; else the API gives the letter to the first.
  const own =
    desks.find(({ holder }) => holder?.personId === viewer.personId) ?? desks.find(({ first }) => first);
  const [form] = Form.useForm<Values>();
  const [placed, setPlaced] = useState(false);
  const propose = usePropose(definition, (error) =>
    setPlaced(placeProblem(form, error, (field) => placeOf(field, definition, form.getFieldsValue()))),
  );
  const [atLeast, quorum] = ['parties-at-least@1', 'quorum-signed@1'].map((name) =>
    countAsked(definition, name),
  );
  const sentence = useProblemSentence(propose.error);
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={own ? { deskId: own.deskId } : {}}
      onFinish={(values) => propose.mutate(values)}
    >
      {propose.error && !placed ? <Alert className="form-problem" type="error" title={sentence} /> : null}
      <LocalField
        name={['title']}
        labelZh={t('newLetter.titleZh')}
        labelEn={t('newLetter.titleEn')}
        required={t('newLetter.oneTitle')}
      />
      <LocalField
        name={['field']}
        labelZh={t('newLetter.fieldZh')}
        labelEn={t('newLetter.fieldEn')}
        {...(definition.kind === 'letter-of-intent' && { extra: t('newLetter.fieldHint') })}
      />
      <h2 className="form-part">{t('newLetter.parties')}</h2>
      {atLeast === undefined ? null : <p className="label">{t('newLetter.atLeast', { count: atLeast })}</p>}
      {quorum === undefined ? null : <p className="label">{t('newLetter.quorum', { count: quorum })}</p>}
      {definition.partyRoles.map((role) => (
        <RoleParties key={role.role} role={role} />
      ))}
      {desks.length > 1 ? (
        <Form.Item name="deskId" label={t('newLetter.desk')} extra={t('newLetter.deskHint')}>
          <DeskSelect />
        </Form.Item>
      ) : null}
      {attributesOf(definition).length === 0 ? null : (
        <>
          <h2 className="form-part">{t('agreement.attributes')}</h2>
          <AttributeFields definition={definition} name={['attributes']} />
        </>
      )}
      <Button type="primary" htmlType="submit" size="large" loading={propose.isPending}>
        {t('newLetter.submit')}
      </Button>
    </Form>
  );
}

function usePropose(definition: WorkflowDefinition, onRefused: (error: Error) => void) {
  const navigate = useNavigate();
  const [key, setKey] = useState(newKey);
  return useMutation({
    mutationFn: (values: Values) => {
      const field = localText(values.field?.zh, values.field?.en);
      const attributes = changedValues({}, values.attributes ?? {});
      return proposeAgreement(
        {
          kind: definition.kind,
          definition: nameAtVersion(definition),
          title: localText(values.title?.zh, values.title?.en) ?? {},
          ...(field && { field }),
          ...(values.deskId !== undefined && { deskId: values.deskId }),
          parties: partiesIn(definition, values.parties).map(({ partyId, role }) => ({ partyId, role })),
          ...(Object.keys(attributes).length > 0 && { attributes }),
        },
        key,
      );
    },
    onSuccess: ({ agreementId }) => navigate(`/agreements/${agreementId}`),
    onError: (error) => {
      // Sent again after a refusal, it is another proposal.
      if (error instanceof Problem) setKey(newKey());
      onRefused(error);
    },
  });
}

/** `parties.1.partyId` is the second party that was chosen; what is said of a whole text stands at its Chinese field. */
function placeOf(
  field: string,
  definition: WorkflowDefinition,
  values: Values,
): (string | number)[] | undefined {
  const [first = '', second] = field.split('.');
  if (first === 'parties') return partiesIn(definition, values.parties)[Number(second ?? 0)]?.place;
  if (first === 'attributes' && second !== undefined) return [first, second];
  if (first === 'deskId') return [first];
  if (first !== 'title' && first !== 'field') return undefined;
  return [first, second === 'en' ? 'en' : 'zh'];
}
