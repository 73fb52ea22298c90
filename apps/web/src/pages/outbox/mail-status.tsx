import type { OutboxMail } from '../../api/types.js';
import { usePresent } from '../../app/session.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';

/** Ours; what a mail server answers is told by its own code. */
const NO_MAIL = ['no-mail-server', 'demo'] as const;
const REASONS = [...NO_MAIL, 'no-address', 'address-malformed', 'timeout'] as const;

/** Where nothing is mailed, "sent" would be untrue: it is kept here. */
export function MailStatus({ mail: { status, reason, returned } }: { readonly mail: OutboxMail }) {
  const { t } = useWords();
  const { session } = usePresent();
  const known = REASONS.find((one) => one === reason);
  const isKept = NO_MAIL.some((one) => one === known) || (status === 'sent' && session.mail === 'outbox');
  const told = returned?.kind === 'failed' ? 'returned' : isKept ? 'kept' : status;
  return (
    <span className="mail-status" data-status={told}>
      {t(`outbox.status.${told}`)}
      {reason === null ? null : (
        <>
          <Dot />
          {known ? t(`outbox.reason.${known}`) : reason}
        </>
      )}
    </span>
  );
}
