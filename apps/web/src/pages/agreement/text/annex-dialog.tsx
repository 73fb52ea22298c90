import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form } from 'antd';
import { useState } from 'react';

import { newKey, sendCommand, sendFile } from '../../../api/commands.js';
import { localText } from '../../../format/local-text.js';
import { useWords } from '../../../i18n/index.js';
import { Dialog } from '../../../parts/dialog.js';
import { LocalField } from '../../../parts/local-field.js';
import { useProblemSentence } from '../../../parts/notice.js';

interface Values {
  readonly title?: { readonly zh?: string; readonly en?: string };
}

interface AnnexDialogProps {
  readonly agreementId: string;
  readonly onClose: () => void;
}

export function AnnexDialog({ agreementId, onClose }: AnnexDialogProps) {
  const { t } = useWords();
  const [form] = Form.useForm<Values>();
  const [file, setFile] = useState<File>();
  const [sent, setSent] = useState(0);
  const queries = useQueryClient();
  const attach = useMutation({
    mutationFn: async ({ title: { zh, en } = {} }: Values) => {
      if (!file) return;
      const { sha256 } = await sendFile(file, setSent);
      const title = localText(zh, en) ?? {};
      await sendCommand(agreementId, 'attach-annex', { sha256, title }, { key: newKey() });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['agreement', agreementId] }),
    onSuccess: onClose,
  });
  const sentence = useProblemSentence(attach.error);
  return (
    <Dialog
      title={t('drafting.attach')}
      okText={t('drafting.attach')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: file === undefined }}
      confirmLoading={attach.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="dialog-explain">{t('drafting.attachExplain')}</p>
      {attach.isPending ? <progress aria-label={t('drafting.file')} value={sent} /> : null}
      {attach.error ? <Alert type="error" title={sentence} /> : null}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => attach.mutate(values)}>
        <Form.Item label={t('drafting.file')} htmlFor="annex-file">
          <input id="annex-file" type="file" onChange={(event) => setFile(event.target.files?.[0])} />
        </Form.Item>
        <LocalField
          name={['title']}
          labelZh={t('form.titleZh')}
          labelEn={t('form.titleEn')}
          required={t('newLetter.oneTitle')}
        />
      </Form>
    </Dialog>
  );
}
