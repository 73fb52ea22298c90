import '../agreement/agreement.css';
import '../board/board.css';
import '../organisation/organisation.css';

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';

import { newKey, sendDeskCommand } from '../../api/commands.js';
import { deskLettersQuery, deskQuery, rows } from '../../api/queries.js';
import type { DeskDetail } from '../../api/types.js';
import { usePresent } from '../../app/session.js';
import { dayText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { DirectoryTabs } from '../../parts/directory-tabs.js';
import { Local } from '../../parts/local.js';
import { ProblemNotice, useProblemSentence } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useTitle } from '../../parts/use-title.js';
import { BoardList } from '../board/board-list.js';
import { useColumns } from '../board/columns/use-columns.js';
import { SelectionBar } from '../board/selection/selection-bar.js';
import { useSelection } from '../board/selection/use-selection.js';
import { DeskDialog, type DeskDialogCommand } from './desk-dialog.js';
import { DeskTenures } from './desk-tenures.js';

export default function DeskPage() {
  const { t, local } = useWords();
  const { desk = '' } = useParams();
  const detail = useQuery(deskQuery(desk));
  useTitle(detail.data ? local(detail.data.name) : t('desks.title'));
  return (
    <div className="page">
      <DirectoryTabs />
      {detail.isPending ? <Skeleton lines={8} /> : null}
      {detail.isError && !detail.data ? (
        <ProblemNotice error={detail.error} retry={() => void detail.refetch()} />
      ) : null}
      {detail.data ? (
        <>
          <DeskHead detail={detail.data} />
          <DeskTenures detail={detail.data} />
          <Letters deskId={desk} />
        </>
      ) : null}
    </div>
  );
}

function DeskHead({ detail }: { readonly detail: DeskDetail }) {
  const { t, local, language } = useWords();
  const { name, holder, holderIsPresent, offered } = detail;
  return (
    <header className="organisation-head">
      <h1 className="agreement-title">
        <Local text={name} />
      </h1>
      <dl className="organisation-facts">
        <div>
          <dt>{t('desks.holder')}</dt>
          <dd>
            {holder ? (
              <Link to={`/people/${holder.person.personId}`}>
                {holder.person.name ? <Local text={holder.person.name} /> : t('organisation.somebody')}
              </Link>
            ) : (
              t('desks.nobody')
            )}
            {holder ? (
              <span className="quiet"> {t('desks.since', { day: dayText(holder.from, language) })}</span>
            ) : null}
          </dd>
        </div>
      </dl>
      {holder && !holderIsPresent ? <p className="late">{t('desks.gone')}</p> : null}
      {offered ? (
        <p>
          {t('desks.offered', {
            name: offered.person.name ? local(offered.person.name) : t('organisation.somebody'),
            day: dayText(offered.from, language),
          })}
        </p>
      ) : null}
      <Commands detail={detail} />
    </header>
  );
}

function Commands({ detail: { deskId, holder, possible, offered } }: { readonly detail: DeskDetail }) {
  const { t } = useWords();
  const { viewer } = usePresent();
  const [open, setOpen] = useState<DeskDialogCommand>();
  const answer = useAnswer(deskId);
  const sentence = useProblemSentence(answer.error);
  const isAsked = offered?.person.personId === viewer.personId;
  return (
    <>
      {answer.error ? <Alert className="form-problem" type="error" title={sentence} /> : null}
      <div className="organisation-commands">
        {possible.includes('AcceptDesk') ? (
          <Button
            type="primary"
            size="small"
            loading={answer.isPending}
            onClick={() => answer.mutate('AcceptDesk')}
          >
            {t('desks.commands.AcceptDesk')}
          </Button>
        ) : null}
        {possible.includes('WithdrawOffer') ? (
          <Button size="small" disabled={answer.isPending} onClick={() => answer.mutate('WithdrawOffer')}>
            {t(isAsked ? 'desks.decline' : 'desks.commands.WithdrawOffer')}
          </Button>
        ) : null}
        {(['OfferDesk', 'HandOverDesk'] as const)
          .filter((command) => possible.includes(command))
          .map((command) => (
            <Button key={command} size="small" onClick={() => setOpen(command)}>
              {t(`desks.commands.${command}`)}
            </Button>
          ))}
      </div>
      {open ? (
        <DeskDialog
          command={open}
          deskId={deskId}
          {...(open === 'OfferDesk' && holder && { holder: holder.person.personId })}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </>
  );
}

function Letters({ deskId }: { readonly deskId: string }) {
  const { t } = useWords();
  const letters = useInfiniteQuery(deskLettersQuery(deskId));
  const found = rows(letters.data);
  const selection = useSelection(found);
  const columns = useColumns();
  return (
    <section className="board" aria-labelledby="letters">
      <h2 id="letters">{t('desks.theLetters')}</h2>
      {letters.isPending ? <Skeleton lines={4} /> : null}
      {letters.isError && !letters.data ? (
        <ProblemNotice error={letters.error} retry={() => void letters.refetch()} />
      ) : null}
      {letters.data && found.length === 0 ? <p className="quiet">{t('desks.noLetters')}</p> : null}
      <BoardList rows={found} selection={selection} columns={columns} />
      {letters.hasNextPage ? (
        <Button block loading={letters.isFetchingNextPage} onClick={() => void letters.fetchNextPage()}>
          {t('common.more')}
        </Button>
      ) : null}
      <SelectionBar selection={selection} />
    </section>
  );
}

function useAnswer(deskId: string) {
  const queries = useQueryClient();
  const [key, setKey] = useState(newKey);
  return useMutation({
    mutationFn: (command: 'AcceptDesk' | 'WithdrawOffer') => sendDeskCommand(deskId, command, {}, key),
    onSettled: () => {
      setKey(newKey());
      return queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== 'session' });
    },
  });
}
