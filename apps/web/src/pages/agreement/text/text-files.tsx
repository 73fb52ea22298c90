import { Popconfirm } from 'antd';
import { useState } from 'react';

import type { Language, TextFile } from '../../../api/types.js';
import { fileSize, fileType } from '../../../format/files.js';
import { shortHash } from '../../../format/local-text.js';
import { useWords } from '../../../i18n/index.js';
import { Dot } from '../../../parts/dot.js';
import { useProblemSentence } from '../../../parts/notice.js';
import { useActions } from '../actions/actions-context.js';
import type { Shown } from '../shown.js';
import { useCommand } from '../use-command.js';
import { TextFileDialog } from './text-file-dialog.js';

/** The text where it is a file, and the way to let it be one. */
export function TextFiles({ shown }: { readonly shown: Shown }) {
  const { t } = useWords();
  const { can } = useActions();
  const [uploading, setUploading] = useState<Language | 'either'>();
  const { textFiles = [], textHash } = shown.agreement;
  const mayProvide = can('provide-text-file');
  if (textFiles.length === 0 && !mayProvide) return null;
  return (
    <div className="text-files">
      {textFiles.map((text) => (
        <Item
          key={text.rendition}
          shown={shown}
          text={text}
          onReplace={mayProvide ? () => setUploading(text.rendition) : undefined}
        />
      ))}
      {mayProvide && textFiles.length < 2 ? (
        <button type="button" className="link-button" onClick={() => setUploading('either')}>
          {t('text.upload')}
        </button>
      ) : null}
      {uploading === undefined ? null : (
        <TextFileDialog
          agreementId={shown.agreementId}
          textHash={textHash}
          language={uploading === 'either' ? undefined : uploading}
          taken={textFiles.map(({ rendition }) => rendition)}
          onClose={() => setUploading(undefined)}
        />
      )}
    </div>
  );
}

interface ItemProps {
  readonly shown: Shown;
  readonly text: TextFile;
  readonly onReplace: (() => void) | undefined;
}

function Item({ shown, text: { rendition, file }, onReplace }: ItemProps) {
  const { t, language } = useWords();
  const { can } = useActions();
  const remove = useCommand(shown.agreementId, 'remove-text-file');
  const sentence = useProblemSentence(remove.error);
  const of = t(`language.${rendition}`);
  return (
    <div className="text-file sheet">
      <p>
        <strong>{t('text.file', { language: of })}</strong>
        <Dot />
        {fileType(file.mediaType)}
        <Dot />
        {fileSize(file.size, language)}
        <Dot />
        <span className="hash quiet" title={file.sha256}>
          {shortHash(file.sha256)}
        </span>
      </p>
      <p className="text-file-ways">
        <a
          href={`/api/files/${file.sha256}?agreement=${shown.agreementId}`}
          aria-label={t('text.get', { language: of })}
        >
          {t('drafting.download')}
        </a>
        {onReplace ? (
          <button type="button" className="link-button" onClick={onReplace}>
            {t('text.replace')}
          </button>
        ) : null}
        {can('remove-text-file') ? (
          <Popconfirm
            placement="topLeft"
            title={t('text.removeFile')}
            description={t('text.removeFileExplain')}
            okText={t('text.removeFile')}
            cancelText={t('common.cancel')}
            onConfirm={() => remove.mutate({ rendition, sha256: file.sha256 })}
          >
            <button type="button" className="link-button">
              {t('text.removeFile')}
            </button>
          </Popconfirm>
        ) : null}
      </p>
      {remove.error ? <p role="alert">{sentence}</p> : null}
    </div>
  );
}
