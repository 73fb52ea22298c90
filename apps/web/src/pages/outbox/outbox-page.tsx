import './outbox.css';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';

import { statusOf } from '../../api/problem.js';
import { outboxQuery, rows } from '../../api/queries.js';
import { usePresent } from '../../app/session.js';
import { useWords } from '../../i18n/index.js';
import { LiveLine } from '../../parts/freshness-line.js';
import { Notice, ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useTitle } from '../../parts/use-title.js';
import { MailList } from './mail-list.js';
import { MailSheet } from './mail-sheet.js';

export default function OutboxPage() {
  const { t } = useWords();
  const { session } = usePresent();
  const outbox = useInfiniteQuery(outboxQuery);
  const [params, setParams] = useSearchParams();
  useTitle(t('outbox.title'));
  const hidden = statusOf(outbox.error) === 404 || statusOf(outbox.error) === 403;
  const mails = rows(outbox.data);
  const newest = outbox.data?.pages.at(-1);
  const open = mails.find(({ id }) => id === params.get('mail'));
  return (
    <div className="page">
      <div className="outbox-head">
        <h1 className="page-title">{t('outbox.title')}</h1>
        <LiveLine />
      </div>
      <p className="outbox-honest" data-mail={session.mail}>
        {session.mail === 'outbox' ? (
          <>
            <strong>{t('outbox.noMail')}</strong> {t('outbox.noMailDetail')}
          </>
        ) : (
          t('outbox.smtp')
        )}
      </p>
      {outbox.isPending ? <Skeleton lines={6} /> : null}
      {hidden ? <Notice title={t('outbox.notYours')} /> : null}
      {outbox.isError && !newest && !hidden ? (
        <ProblemNotice error={outbox.error} retry={() => void outbox.refetch()} />
      ) : null}
      {newest && mails.length === 0 ? (
        <Notice title={t('outbox.empty')} detail={t('outbox.emptyDetail')} />
      ) : null}
      {mails.length > 0 ? (
        <div className="outbox-both" data-open={open !== undefined}>
          <div className="outbox-list">
            <p className="label">{t('outbox.count', { count: newest?.total ?? 0 })}</p>
            <MailList mails={mails} openId={open?.id} onOpen={(mail) => setParams({ mail })} />
            {outbox.hasNextPage ? (
              <Button block loading={outbox.isFetchingNextPage} onClick={() => void outbox.fetchNextPage()}>
                {t('common.more')}
              </Button>
            ) : null}
          </div>
          {open ? (
            <MailSheet key={open.id} mail={open} onClose={() => setParams({})} />
          ) : (
            <p className="outbox-choose quiet">{t('outbox.choose')}</p>
          )}
        </div>
      ) : null}
    </div>
  );
}
