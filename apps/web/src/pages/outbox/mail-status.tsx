import type { OutboxMail } from '../../api/types.js';
import { usePresent } from '../../app/session.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';

/** Where nothing is mailed, "sent" would be untrue: it is kept here. */
export function MailStatus({ mail: { status, reason } }: { readonly mail: OutboxMail }) {
  const { t } = useWords();
  const { session } = usePresent();
  const told = status === 'sent' && session.mail === 'outbox' ? 'kept' : status;
  return (
    <span className="mail-status" data-status={told}>
      {t(`outbox.status.${told}`)}
      {reason === null ? null : (
        <>
          <Dot />
          {reason}
        </>
      )}
    </span>
  );
}
