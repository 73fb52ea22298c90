import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Radio } from 'antd';
import { useState } from 'react';

import { newKey, sendCommand, sendFile } from '../../../api/commands.js';
import type { Language } from '../../../api/types.js';
import { useWords } from '../../../i18n/index.js';
import { FormDialog } from '../../../parts/form-dialog.js';

const LANGUAGES: readonly Language[] = ['zh', 'en'];
const ACCEPTED = '.pdf,.docx';

interface Values {
  readonly rendition: Language;
  readonly file: File;
}

interface TextFileDialogProps {
  readonly agreementId: string;
  /** Of the text that the reader saw when they began. */
  readonly textHash: string | null;
  /** Of the file that is replaced. */
  readonly language: Language | undefined;
  /** Languages in which the text is a file already. */
  readonly taken: readonly Language[];
  readonly onClose: () => void;
}

export function TextFileDialog({ agreementId, textHash, language, taken, onClose }: TextFileDialogProps) {
  const { t, language: own } = useWords();
  const [sent, setSent] = useState(0);
  const [seen] = useState(textHash);
  const queries = useQueryClient();
  const free = LANGUAGES.filter((one) => !taken.includes(one));
  const provide = useMutation({
    mutationFn: async ({ rendition, file }: Values) => {
      const { sha256 } = await sendFile(file, setSent);
      const body = { rendition, sha256, textHash: seen };
      await sendCommand(agreementId, 'provide-text-file', body, { key: newKey() });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['agreement', agreementId] }),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={t(language === undefined ? 'text.upload' : 'text.replace')}
      explain={t('text.uploadExplain')}
      ok={t(language === undefined ? 'text.upload' : 'text.replace')}
      initial={{ rendition: language ?? (free.includes(own) ? own : free[0]) ?? own }}
      sending={provide}
      onSend={(values) => provide.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="rendition" label={t('text.fileLanguage')}>
        <Radio.Group
          options={(language === undefined ? free : [language]).map((one) => ({
            value: one,
            label: t(`language.${one}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="file"
        label={t('drafting.file')}
        extra={t('text.fileHint')}
        rules={[{ required: true, message: t('common.required') }]}
        getValueFromEvent={(event: { target: HTMLInputElement }) => event.target.files?.[0]}
        valuePropName="files"
      >
        <FileInput />
      </Form.Item>
      {provide.isPending ? <progress aria-label={t('drafting.file')} value={sent} /> : null}
    </FormDialog>
  );
}

interface FileInputProps {
  readonly id?: string;
  readonly onChange?: (event: unknown) => void;
}

/** A file input keeps its own value: none is handed to it. */
function FileInput({ id, onChange }: FileInputProps) {
  return <input id={id} type="file" accept={ACCEPTED} onChange={onChange} />;
}
