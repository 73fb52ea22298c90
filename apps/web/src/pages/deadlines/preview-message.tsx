import { useQuery } from '@tanstack/react-query';

import { messagePreviewQuery } from '../../api/queries.js';
import type { PreviewedMessage } from '../../api/types.js';
import { HOME_ZONE, instantText } from '../../format/days.js';
import { htmlLang } from '../../format/local-text.js';
import { useWords } from '../../i18n/index.js';
import { Dialog } from '../../parts/dialog.js';
import { Dot } from '../../parts/dot.js';
import { MailFrame } from '../../parts/mail-frame.js';
import { Notice, ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';

interface PreviewMessageProps {
  readonly agreementId: string;
  readonly deadlineId: string;
  readonly step: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** What a planned reminder would say, to whom and when, by all that is known now. */
export function PreviewMessage({ agreementId, deadlineId, step, name, onClose }: PreviewMessageProps) {
  const { t } = useWords();
  const preview = useQuery(messagePreviewQuery(agreementId, deadlineId, step));
  return (
    <Dialog
      width={720}
      footer={null}
      title={`${t('deadlines.preview.title')}${t('common.colon')}${name}`}
      onCancel={onClose}
    >
      <p className="dialog-explain">{t('deadlines.preview.lead')}</p>
      {preview.isPending ? <Skeleton lines={6} /> : null}
      {preview.isError ? <ProblemNotice error={preview.error} retry={() => void preview.refetch()} /> : null}
      {preview.data?.messages.length === 0 ? <Notice title={t('deadlines.preview.nobody')} /> : null}
      {preview.data?.messages.map((message, index) => (
        <Message key={message.person?.personId ?? index} message={message} />
      ))}
    </Dialog>
  );
}

function Message({ message }: { readonly message: PreviewedMessage }) {
  const { t, local, language } = useWords();
  const { position, person, heldBack, at } = message;
  return (
    <section className="preview-message">
      <h3>
        {person ? local(person.name) : t('deadlines.somebody')}
        {position ? (
          <>
            <Dot />
            {local(position)}
          </>
        ) : null}
      </h3>
      <p className="deadline-quiet">
        {person?.address ?? t('outbox.noAddress')}
        {at === null ? null : (
          <>
            <Dot />
            {instantText(at, language, HOME_ZONE)}
          </>
        )}
      </p>
      {heldBack === null ? null : (
        <p className="preview-held">
          {t('deadlines.told.held-back')}
          {t('common.colon')}
          {t(`deadlines.reason.${heldBack}`)}
        </p>
      )}
      {message.html === null ? null : (
        <div lang={message.language === null ? undefined : htmlLang(message.language)}>
          <p className="preview-subject">{message.subject}</p>
          <MailFrame html={message.html} title={t('outbox.form.frame')} />
        </div>
      )}
    </section>
  );
}
