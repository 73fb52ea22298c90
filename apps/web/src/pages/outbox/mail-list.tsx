import type { OutboxMail } from '../../api/types.js';
import { htmlLang } from '../../format/local-text.js';
import { useWords } from '../../i18n/index.js';
import { Ago } from '../../parts/times.js';
import { MailStatus } from './mail-status.js';

interface MailListProps {
  readonly mails: readonly OutboxMail[];
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
}

export function MailList({ mails, openId, onOpen }: MailListProps) {
  const { t, local } = useWords();
  return (
    <ul className="mails sheet">
      {mails.map((mail) => (
        <li key={mail.id}>
          <button
            type="button"
            className="mail"
            aria-current={mail.id === openId ? 'true' : undefined}
            onClick={() => onOpen(mail.id)}
          >
            <span className="mail-top">
              <span>{mail.to.name ? local(mail.to.name) : (mail.to.address ?? t('outbox.noAddress'))}</span>
              <span className="quiet">
                <Ago at={mail.sentAt ?? mail.createdAt} />
              </span>
            </span>
            <span className="mail-subject" lang={htmlLang(mail.language)}>
              {mail.subject}
            </span>
            <MailStatus mail={mail} />
          </button>
        </li>
      ))}
    </ul>
  );
}
