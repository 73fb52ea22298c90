import { Fragment, useEffect, useRef } from 'react';
import { Link } from 'react-router';

import type { OutboxMail } from '../../api/types.js';
import { usePresent } from '../../app/session.js';
import { htmlLang } from '../../format/local-text.js';
import { useWords } from '../../i18n/index.js';
import { Instant } from '../../parts/times.js';
import { MailStatus } from './mail-status.js';

interface MailSheetProps {
  readonly mail: OutboxMail;
  readonly onClose: () => void;
}

export function MailSheet({ mail, onClose }: MailSheetProps) {
  const { t, local } = useWords();
  const { session } = usePresent();
  const heading = useRef<HTMLHeadingElement>(null);
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
        <dt>{t('outbox.statusLabel')}</dt>
        <dd>
          <MailStatus mail={mail} />
        </dd>
      </dl>
      <div className="mail-text" lang={htmlLang(mail.language)}>
        <Linked text={mail.text} />
      </div>
      <p className="mail-letter">
        <Link to={`/agreements/${mail.agreementId}`}>{t('outbox.letter')}</Link>
      </p>
    </article>
  );
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
