import '../agreement/actions/action-dialog.css';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Modal } from 'antd';
import { useNavigate } from 'react-router';

import { registerPerson } from '../../api/commands.js';
import type { Language, LocalText } from '../../api/types.js';
import { localText } from '../../format/local-text.js';
import { useWords } from '../../i18n/index.js';
import { NewPersonFields } from '../../parts/new-person-fields.js';
import { useProblemSentence } from '../../parts/notice.js';

interface Values {
  readonly person: { readonly name?: LocalText; readonly email?: string; readonly language: Language };
}

export function RegisterPerson({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useWords();
  const [form] = Form.useForm<Values>();
  const register = useRegister();
  const sentence = useProblemSentence(register.error);
  return (
    <Modal
      open
      title={t('people.register')}
      okText={t('people.register')}
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
        initialValues={{ person: { language } }}
        onFinish={(values) => register.mutate(values)}
      >
        <NewPersonFields labels="organisations" />
      </Form>
    </Modal>
  );
}

function useRegister() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ person: { name, email, language } }: Values) =>
      registerPerson({
        name: localText(name?.zh, name?.en) ?? {},
        ...(email !== undefined && email.trim() !== '' && { email: email.trim() }),
        language,
      }),
    onSuccess: async ({ personId }) => {
      await queries.invalidateQueries({ queryKey: ['people'] });
      await navigate(`/people/${personId}`);
    },
  });
}
