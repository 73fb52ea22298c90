import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { startEmpty } from '../../api/commands.js';
import type { Language, LocalText } from '../../api/types.js';
import { enter } from '../../app/session.js';
import { localText } from '../../format/local-text.js';
import { useWords } from '../../i18n/index.js';
import { placeProblem } from '../../parts/form-problem.js';
import { LocalField } from '../../parts/local-field.js';
import { NewPersonFields } from '../../parts/new-person-fields.js';
import { useProblemSentence } from '../../parts/notice.js';

interface Values {
  readonly person: { readonly name?: LocalText; readonly email?: string; readonly language: Language };
  readonly organisation?: { readonly name?: LocalText };
  readonly position?: { readonly title?: LocalText };
}

export function FirstCoordinatorForm() {
  const { t, language } = useWords();
  const [form] = Form.useForm<Values>();
  const [placed, setPlaced] = useState(false);
  const begin = useBegin((error) => setPlaced(placeProblem(form, error, placeOf)));
  const sentence = useProblemSentence(begin.error);
  const one = t('start.oneName');
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ person: { language } }}
      onFinish={(values) => begin.mutate(values)}
    >
      {begin.error && !placed ? <Alert className="form-problem" type="error" title={sentence} /> : null}
      <h2 className="form-part">{t('start.you')}</h2>
      <NewPersonFields labels="start" />
      <h2 className="form-part">{t('start.organisation')}</h2>
      <LocalField
        name={['organisation', 'name']}
        labelZh={t('start.organisationZh')}
        labelEn={t('start.organisationEn')}
        required={one}
      />
      <LocalField
        name={['position', 'title']}
        labelZh={t('start.positionZh')}
        labelEn={t('start.positionEn')}
        required={one}
      />
      <Button type="primary" htmlType="submit" size="large" loading={begin.isPending}>
        {t('start.submit')}
      </Button>
    </Form>
  );
}

function useBegin(onRefused: (error: Error) => void) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ person, organisation, position }: Values) => {
      const email = person.email?.trim();
      return startEmpty({
        person: {
          name: both(person.name),
          language: person.language,
          ...(email !== undefined && email !== '' && { email }),
        },
        organisation: { name: both(organisation?.name) },
        position: { title: both(position?.title) },
      });
    },
    onSuccess: async (session) => {
      await enter(session, queries);
      await navigate('/');
    },
    onError: onRefused,
  });
}

const both = (text: LocalText | undefined): LocalText => localText(text?.zh, text?.en) ?? {};

/** What is said of a whole text stands at its Chinese field. */
function placeOf(field: string): string[] | undefined {
  const path = field.split('.');
  if (!['person', 'organisation', 'position'].includes(path[0] ?? '')) return undefined;
  return path.length === 2 && (path[1] === 'name' || path[1] === 'title') ? [...path, 'zh'] : path;
}
