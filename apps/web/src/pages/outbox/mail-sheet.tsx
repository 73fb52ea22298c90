import { useQuery } from '@tanstack/react-query';
import { Fragment, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';

import { outboxMailQuery } from '../../api/queries.js';
import type { OutboxMail } from '../../api/types.js';
import { usePresent } from '../../app/session.js';
import { htmlLang } from '../../format/local-text.js';
import { useWords } from '../../i18n/index.js';
import { MailFrame } from '../../parts/mail-frame.js';
import { ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { Instant } from '../../parts/times.js';
import { MailStatus } from './mail-status.js';

const FORMS = ['html', 'text'] as const;

interface MailSheetProps {
  readonly mail: OutboxMail;
  readonly onClose: () => void;
}

export function MailSheet({ mail, onClose }: MailSheetProps) {
  const { t, local } = useWords();
  const { session } = usePresent();
  const heading = useRef<HTMLHeadingElement>(null);
  const [form, setForm] = useState<(typeof FORMS)[number]>('html');
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <article className="mail-sheet sheet" aria-labelledby="mail-subject">
      <button type="button" className="link-button mail-back" onClick={onClose}>
        {t('outbox.back')}
      </button>
      <h2 id="mail-subject" ref={heading} tabIndex={-1} lang={htmlLang(mail.language)}>
        {mail.subject}
      </h2>
      <dl className="mail-facts">
        <dt>{t('outbox.to')}</dt>
        <dd>
          {mail.to.name ? local(mail.to.name) : null}{' '}
          <span className="quiet">{mail.to.address ?? t('outbox.noAddress')}</span>
        </dd>
        <dt>{t('outbox.written')}</dt>
        <dd>
          <Instant at={mail.createdAt} />
        </dd>
        {mail.sentAt === null || session.mail === 'outbox' ? null : (
          <>
            <dt>{t('outbox.sent')}</dt>
            <dd>
              <Instant at={mail.sentAt} />
            </dd>
          </>
        )}
        {mail.returned === null ? null : (
          <>
            <dt>{t(`outbox.returned.${mail.returned.kind}`)}</dt>
            <dd className="mail-returned">
              <Instant at={mail.returned.at} /> ({mail.returned.status})
            </dd>
          </>
        )}
        <dt>{t('outbox.statusLabel')}</dt>
        <dd>
          <MailStatus mail={mail} />
        </dd>
      </dl>
      <div className="mail-forms" role="group" aria-label={t('outbox.form.label')}>
        {FORMS.map((one) => (
          <button key={one} type="button" aria-pressed={one === form} onClick={() => setForm(one)}>
            {t(`outbox.form.${one}`)}
          </button>
        ))}
      </div>
      {form === 'html' ? (
        <AsMailed mail={mail} />
      ) : (
        <div className="mail-text" lang={htmlLang(mail.language)}>
          <Linked text={mail.text} />
        </div>
      )}
      <p className="mail-letter">
        <Link to={`/agreements/${mail.agreementId}`}>{t('outbox.letter')}</Link>
      </p>
    </article>
  );
}

function AsMailed({ mail }: { readonly mail: OutboxMail }) {
  const { t } = useWords();
  const detail = useQuery(outboxMailQuery(mail.id));
  if (detail.isError) return <ProblemNotice error={detail.error} retry={() => void detail.refetch()} />;
  if (!detail.data) return <Skeleton lines={6} />;
  return <MailFrame html={detail.data.html} title={t('outbox.form.frame')} />;
}

/** Addresses of this server become links; a mail's text is otherwise shown as it is, never as markup. */
function Linked({ text }: { readonly text: string }) {
  return text
    .split(/(https?:\/\/[^\s<>"'，。；）)]+)/)
    .map((part, index) => (
      <Fragment key={index}>
        {part.startsWith(`${location.origin}/`) ? <a href={part}>{part}</a> : part}
      </Fragment>
    ));
}
