import { useMutation, useQueryClient } from '@tanstack/react-query';

import { registerOrganisation } from '../api/commands.js';
import type { LocalText } from '../api/types.js';
import { localText } from '../format/local-text.js';
import { useWords } from '../i18n/index.js';
import { LocalField } from './local-field.js';
import { FormDialog } from './form-dialog.js';

interface RegisterOrganisationProps {
  /** What was looked for in vain. */
  readonly name: string;
  readonly onDone: (organisationId: string) => void;
  readonly onClose: () => void;
}

export function RegisterOrganisation({ name, onDone, onClose }: RegisterOrganisationProps) {
  const { t } = useWords();
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
  return (
    <FormDialog<{ name: LocalText }>
      title={t('newLetter.registerTitle')}
      ok={t('newLetter.registerTitle')}
      initial={{ name: /\p{Script=Han}/u.test(name) ? { zh: name } : { en: name } }}
      sending={register}
      onSend={(values) => register.mutate(values)}
      onClose={onClose}
    >
      <LocalField
        name={['name']}
        labelZh={t('newLetter.nameZh')}
        labelEn={t('newLetter.nameEn')}
        required={t('start.oneName')}
      />
    </FormDialog>
  );
}
