import { useMutation } from '@tanstack/react-query';
import { Form, Radio } from 'antd';
import { useEffect, useId, useState } from 'react';

import { sendFile } from '../../../api/commands.js';
import type { FileReference } from '../../../api/types.js';
import { shortHash } from '../../../format/local-text.js';
import { useWords } from '../../../i18n/index.js';
import { FormDialog } from '../../../parts/form-dialog.js';
import { useProblemSentence } from '../../../parts/notice.js';
import { useActions } from '../actions/actions-context.js';
import { useSend } from '../actions/use-send.js';

const SCANS = 'image/*,application/pdf';

/** A photograph or a file is sent at once; then somebody looks whether it is what was signed. */
export function SendCopy() {
  const { t } = useWords();
  const [progress, setProgress] = useState(0);
  const [chosen, setChosen] = useState<File>();
  const send = useMutation({ mutationFn: (file: File) => sendFile(file, setProgress) });
  const sentence = useProblemSentence(send.error);
  const take = (file: File): void => {
    setProgress(0);
    setChosen(file);
    send.mutate(file);
  };
  const percent = Math.round(progress * 100);
  return (
    <div className="papers-send">
      <div className="papers-ways">
        <FileButton name={t('papers.photograph')} accept="image/*" camera onFile={take} />
        <FileButton name={t('papers.choose')} accept={SCANS} onFile={take} />
      </div>
      {send.isPending ? (
        <p className="card-line" role="status">
          <progress value={progress} aria-label={t('papers.sending', { percent })} />{' '}
          {t('papers.sending', { percent })}
        </p>
      ) : null}
      {send.error ? (
        <p className="card-line late" role="alert">
          {sentence}
        </p>
      ) : null}
      {send.data && chosen ? (
        <CompareDialog file={send.data} page={chosen} onClose={() => send.reset()} />
      ) : null}
    </div>
  );
}

interface FileButtonProps {
  readonly name: string;
  readonly accept: string;
  /** Opens the camera where there is one. */
  readonly camera?: true;
  readonly onFile: (file: File) => void;
}

/** The browser's own input, so that keyboard and camera work; its looks are the label's. */
function FileButton({ name, accept, camera, onFile }: FileButtonProps) {
  const id = useId();
  return (
    <span className="papers-way" data-camera={camera ?? false}>
      <input
        id={id}
        type="file"
        accept={accept}
        className="visually-hidden"
        {...(camera && { capture: 'environment' as const })}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onFile(file);
          // The same file may be chosen again after a refusal.
          target.value = '';
        }}
      />
      <label htmlFor={id}>{name}</label>
    </span>
  );
}

interface CompareDialogProps {
  readonly file: FileReference;
  readonly page: File;
  readonly onClose: () => void;
}

function CompareDialog({ file: { sha256 }, page, onClose }: CompareDialogProps) {
  const { t } = useWords();
  const { detail } = useActions();
  const send = useSend({ command: 'file-signed-copy', detail, onDone: onClose });
  const picture = usePicture(page);
  return (
    <FormDialog<{ matches: 'yes' | 'no' }>
      title={t('papers.compare')}
      explain={t('papers.compareExplain', { hash: shortHash(detail.agreement.textHash ?? '') })}
      ok={t('papers.file')}
      sending={send}
      onSend={({ matches }) =>
        send.mutate({ body: { sha256, matchesText: matches === 'yes' }, evenSo: true })
      }
      onClose={onClose}
    >
      {picture === undefined ? (
        <p>{page.name}</p>
      ) : (
        <img className="papers-picture" src={picture} alt={t('papers.preview')} />
      )}
      <Form.Item name="matches" rules={[{ required: true, message: t('common.required') }]}>
        <Radio.Group
          options={[
            { value: 'yes', label: t('papers.matches') },
            { value: 'no', label: t('papers.matchesNot') },
          ]}
        />
      </Form.Item>
    </FormDialog>
  );
}

/** Shown from where it is; undefined of what a page cannot show. */
function usePicture(page: File): string | undefined {
  const [address] = useState(() =>
    /^image\/(png|jpeg)$/.test(page.type) ? URL.createObjectURL(page) : undefined,
  );
  useEffect(
    () => () => {
      if (address !== undefined) URL.revokeObjectURL(address);
    },
    [address],
  );
  return address;
}
