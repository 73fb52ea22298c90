import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Modal } from 'antd';

import { registerOrganisation } from '../api/commands.js';
import type { LocalText } from '../api/types.js';
import { localText } from '../format/local-text.js';
import { useWords } from '../i18n/index.js';
import { LocalField } from './local-field.js';
import { useProblemSentence } from './notice.js';

interface RegisterOrganisationProps {
  /** What was looked for in vain. */
  readonly name: string;
  readonly onDone: (organisationId: string) => void;
  readonly onClose: () => void;
}

export function RegisterOrganisation({ name, onDone, onClose }: RegisterOrganisationProps) {
  const { t } = useWords();
  const [form] = Form.useForm<{ name: LocalText }>();
  const queries = useQueryClient();
  const register = useMutation({
    mutationFn: (values: { name: LocalText }) =>
      registerOrganisation(localText(values.name.zh, values.name.en) ?? {}),
    onSuccess: async ({ organisationId }) => {
      // The select must know its name before it is chosen.
      await queries.invalidateQueries({ queryKey: ['organisations'] });
      onDone(organisationId);
    },
  });
  const sentence = useProblemSentence(register.error);
  return (
    <Modal
      open
      title={t('newLetter.registerTitle')}
      okText={t('newLetter.registerTitle')}
      cancelText={t('common.cancel')}
      confirmLoading={register.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {register.error ? <Alert className="form-problem" type="error" title={sentence} /> : null}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: /\p{Script=Han}/u.test(name) ? { zh: name } : { en: name } }}
        onFinish={(values) => register.mutate(values)}
      >
        <LocalField
          name={['name']}
          labelZh={t('newLetter.nameZh')}
          labelEn={t('newLetter.nameEn')}
          required={t('start.oneName')}
        />
      </Form>
    </Modal>
  );
}
