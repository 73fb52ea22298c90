import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { messageToCopyQuery } from '../../../api/queries.js';
import { useWords } from '../../../i18n/index.js';
import { Dialog } from '../../../parts/dialog.js';
import { ProblemNotice } from '../../../parts/notice.js';
import { QrCode } from '../../../parts/qr-code.js';
import { Skeleton } from '../../../parts/skeleton.js';
import { usePublicAddress } from '../../../parts/use-public-address.js';
import type { About } from './use-answer.js';

interface CopyDialogProps {
  readonly about: About;
  readonly positionId: string;
  readonly who: string;
  readonly onClose: () => void;
}

/** What goes into a chat: the words, a link that is theirs alone, and the same link for a camera. */
export function CopyDialog({ about, positionId, who, onClose }: CopyDialogProps) {
  const { t } = useWords();
  const message = useQuery(messageToCopyQuery(about.agreementId, about.deadlineId, positionId));
  return (
    <Dialog footer={null} title={t('reminded.copyTitle', { who })} onCancel={onClose}>
      <p className="dialog-explain">{t('reminded.copyHint', { who })}</p>
      {message.isPending ? <Skeleton lines={3} /> : null}
      {message.isError ? <ProblemNotice error={message.error} retry={() => void message.refetch()} /> : null}
      {message.data ? <Message {...message.data} who={who} /> : null}
    </Dialog>
  );
}

interface MessageProps {
  readonly text: string;
  readonly url: string;
  readonly language: 'zh' | 'en';
  readonly who: string;
}

function Message({ text, url, language, who }: MessageProps) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const address = usePublicAddress(new URL(url).pathname);
  const words = text.replaceAll(url, address);
  return (
    <div className="copy-message">
      <pre lang={language === 'zh' ? 'zh-CN' : 'en'} tabIndex={0}>
        {words}
      </pre>
      <button
        type="button"
        className="button"
        onClick={() => void navigator.clipboard.writeText(words).then(() => setCopied(true))}
      >
        {copied ? t('reminded.copied') : t('reminded.copyText')}
      </button>
      <QrCode text={address} label={t('reminded.qr', { who })} />
    </div>
  );
}
