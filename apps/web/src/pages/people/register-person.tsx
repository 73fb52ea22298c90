import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';

import { registerPerson } from '../../api/commands.js';
import type { Language, LocalText } from '../../api/types.js';
import { localText } from '../../format/local-text.js';
import { useWords } from '../../i18n/index.js';
import { NewPersonFields } from '../../parts/new-person-fields.js';
import { FormDialog } from '../../parts/form-dialog.js';

interface Values {
  readonly person: { readonly name?: LocalText; readonly email?: string; readonly language: Language };
}

export function RegisterPerson({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useWords();
  const register = useRegister();
  return (
    <FormDialog<Values>
      title={t('people.register')}
      ok={t('people.register')}
      initial={{ person: { language } }}
      sending={register}
      onSend={(values) => register.mutate(values)}
      onClose={onClose}
    >
      <NewPersonFields labels="organisations" />
    </FormDialog>
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
