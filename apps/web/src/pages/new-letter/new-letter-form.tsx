import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { newKey, proposeAgreement } from '../../api/commands.js';
import { Problem } from '../../api/problem.js';
import type { LocalText, WorkflowDefinition } from '../../api/types.js';
import { localText } from '../../format/local-text.js';
import { useWords } from '../../i18n/index.js';
import { placeProblem } from '../../parts/form-problem.js';
import { LocalField } from '../../parts/local-field.js';
import { useProblemSentence } from '../../parts/notice.js';
import { PartyField } from './party-field.js';

interface Values {
  readonly title?: LocalText;
  readonly field?: LocalText;
  /** In the order of the definition's roles. */
  readonly parties?: readonly (string | undefined)[];
}

export function NewLetterForm({ definition }: { readonly definition: WorkflowDefinition }) {
  const { t } = useWords();
  const [form] = Form.useForm<Values>();
  const [placed, setPlaced] = useState(false);
  const propose = usePropose(definition, (error) => setPlaced(placeProblem(form, error, placeOf)));
  const sentence = useProblemSentence(propose.error);
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => propose.mutate(values)}>
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
        extra={t('newLetter.fieldHint')}
      />
      <h2 className="form-part">{t('newLetter.parties')}</h2>
      {definition.partyRoles.map(({ role, title }, index) => (
        <PartyField key={role} name={['parties', index]} title={title} />
      ))}
      <Button type="primary" htmlType="submit" size="large" loading={propose.isPending}>
        {t('newLetter.submit')}
      </Button>
    </Form>
  );
}

function usePropose({ kind, partyRoles }: WorkflowDefinition, onRefused: (error: Error) => void) {
  const navigate = useNavigate();
  const [key, setKey] = useState(newKey);
  return useMutation({
    mutationFn: (values: Values) => {
      const field = localText(values.field?.zh, values.field?.en);
      return proposeAgreement(
        {
          kind,
          title: localText(values.title?.zh, values.title?.en) ?? {},
          ...(field && { field }),
          parties: partyRoles.flatMap(({ role }, index) => {
            const partyId = values.parties?.[index];
            return partyId === undefined ? [] : [{ partyId, role }];
          }),
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

/** `parties.1.partyId` is the second select; what is said of a whole text stands at its Chinese field. */
function placeOf(field: string): (string | number)[] | undefined {
  const [first = '', second] = field.split('.');
  if (first === 'parties') return second === undefined ? ['parties', 0] : ['parties', Number(second)];
  if (first !== 'title' && first !== 'field') return undefined;
  return [first, second === 'en' ? 'en' : 'zh'];
}
