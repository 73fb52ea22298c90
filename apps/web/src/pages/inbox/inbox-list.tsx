import { Link } from 'react-router';

import type { InboxRow } from '../../api/types.js';
import { HOME_ZONE, localDay } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { useWhat } from '../../parts/deadline-words.js';
import { Dot } from '../../parts/dot.js';
import { Local } from '../../parts/local.js';
import { Ago, Day, Due } from '../../parts/times.js';
import { useStepName } from '../../parts/use-step-name.js';

interface InboxListProps {
  readonly items: readonly InboxRow[];
  readonly onRead: (itemId: string) => void;
}

/** By the day on which they came. */
export function InboxList({ items, onRead }: InboxListProps) {
  const days = Map.groupBy(items, ({ at }) => localDay(at, HOME_ZONE));
  return [...days].map(([day, ofDay]) => (
    <section key={day} className="by-day">
      <h2>
        <Day day={day} />
      </h2>
      <ul className="sheet">
        {ofDay.map((item) => (
          <InboxItem key={item.itemId} item={item} onRead={onRead} />
        ))}
      </ul>
    </section>
  ));
}

interface InboxItemProps {
  readonly item: InboxRow;
  readonly onRead: (itemId: string) => void;
}

function InboxItem({ item, onRead }: InboxItemProps) {
  const { t, local } = useWords();
  const { kind, milestone } = item;
  const said = useWhat(item);
  const what = kind === 'milestone' && milestone === null ? t('inbox.milestone') : said;
  const step = useStepName()(item.step);
  const read = (): void => {
    if (!item.read) onRead(item.itemId);
  };
  return (
    <li className="inbox-row" data-read={item.read}>
      <div>
        <h3>
          <span
            className="inbox-mark"
            role="img"
            aria-label={t(item.read ? 'inbox.isRead' : 'inbox.isUnread')}
          />
          <Link to={`/agreements/${item.agreementId}`} onClick={read}>
            {what}
          </Link>
        </h3>
        <p className="inbox-letter">
          <span className="number">{item.number ?? t('board.noNumber')}</span>
          <Dot />
          <Local text={item.title} />
        </p>
        <p className="inbox-quiet">
          {item.due ? (
            <>
              <Day day={item.due.localDate} />{' '}
              <Due day={item.due.localDate} zone={item.due.zone} late={item.due.late} />
            </>
          ) : (
            t('inbox.done')
          )}
          <Dot />
          {step}
          <Dot />
          <Ago at={item.at} />
          <Dot />
          {t(`inbox.channel.${item.channel}`)}
        </p>
      </div>
      {item.read ? null : (
        <button
          type="button"
          className="inbox-do"
          aria-label={`${t('inbox.markRead')}: ${what}, ${local(item.title)}`}
          onClick={read}
        >
          {t('inbox.markRead')}
        </button>
      )}
    </li>
  );
}
