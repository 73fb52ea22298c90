import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { applyProposals, newKey } from '../../api/commands.js';
import { proposalsQuery } from '../../api/queries.js';
import type { DeadlineProposal, ProposalLine } from '../../api/types.js';
import { dayText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { ProblemNotice, useProblemSentence } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useStageNames } from '../../parts/use-stage-names.js';

interface Chosen {
  readonly agreementId: string;
  readonly deadlineId: string;
  readonly to: string;
}

/** What is due and would fall on another day: changed when somebody says so, and never by itself. */
export function Proposals({ calendar }: { readonly calendar: string }) {
  const { t, local } = useWords();
  const proposals = useInfiniteQuery(proposalsQuery(calendar));
  const [left, setLeft] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const apply = useApply(calendar);
  const sentence = useProblemSentence(apply.error);
  const lines = proposals.data?.pages.flatMap(({ items }) => items) ?? [];
  const all = lines.filter(({ code }) => code === null).flatMap(chosenIn);
  const chosen = all.filter((one) => !left.includes(keyOf(one)));
  const toggle = (one: Chosen): void =>
    setLeft((before) =>
      before.includes(keyOf(one)) ? before.filter((key) => key !== keyOf(one)) : [...before, keyOf(one)],
    );
  const stays = apply.data?.filter(({ outcome }) => outcome === 'stays') ?? [];
  return (
    <section className="sheet directory-card" aria-labelledby="proposals">
      <div className="card-head">
        <h2 id="proposals">{t('calendars.proposals')}</h2>
      </div>
      {proposals.isPending ? <Skeleton lines={3} /> : null}
      {proposals.isError && !proposals.data ? (
        <ProblemNotice error={proposals.error} retry={() => void proposals.refetch()} />
      ) : null}
      {proposals.data && lines.length === 0 ? <p className="quiet">{t('calendars.noProposals')}</p> : null}
      <ul className="proposal-list">
        {lines.map((line) => (
          <Line key={line.agreementId} line={line} chosen={chosen} onToggle={toggle} />
        ))}
      </ul>
      {proposals.hasNextPage ? (
        <Button loading={proposals.isFetchingNextPage} onClick={() => void proposals.fetchNextPage()}>
          {t('common.more')}
        </Button>
      ) : null}
      <div aria-live="polite">
        {sentence === '' ? null : <Alert className="form-problem" type="error" title={sentence} />}
        {apply.data ? <p>{t('calendars.applied', { count: apply.data.length - stays.length })}</p> : null}
        {stays.map(({ agreementId, number, sentence: why }) => (
          <p key={agreementId}>
            {number ?? agreementId}: {local(why)}
          </p>
        ))}
      </div>
      {all.length > 0 ? (
        <div className="proposal-apply">
          <label htmlFor="proposal-reason">{t('calendars.reason')}</label>
          <Input
            id="proposal-reason"
            value={reason}
            maxLength={2000}
            onChange={({ target }) => setReason(target.value)}
          />
          <Button
            type="primary"
            disabled={reason.trim() === '' || chosen.length === 0}
            loading={apply.isPending}
            onClick={() =>
              apply.mutate({ reason, chosen: proposals.hasNextPage || left.length > 0 ? chosen : undefined })
            }
          >
            {t('calendars.apply', { count: chosen.length })}
          </Button>
          {proposals.hasNextPage ? (
            <Button
              disabled={reason.trim() === ''}
              loading={apply.isPending}
              onClick={() => apply.mutate({ reason, chosen: undefined })}
            >
              {t('calendars.applyAll')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

interface LineProps {
  readonly line: ProposalLine;
  readonly chosen: readonly Chosen[];
  readonly onToggle: (one: Chosen) => void;
}

function Line({ line, chosen, onToggle }: LineProps) {
  const { local } = useWords();
  const { agreementId, number, title, definition, code, sentence } = line;
  return (
    <li>
      <p>
        <Link to={`/agreements/${agreementId}`}>{local(title) || number}</Link>{' '}
        <span className="label">{number}</span>
      </p>
      {chosenIn(line).map((one, index) => {
        const deadline = line.deadlines[index];
        return deadline ? (
          <Checkbox
            key={one.deadlineId}
            disabled={code !== null}
            checked={chosen.some((other) => keyOf(other) === keyOf(one))}
            onChange={() => onToggle(one)}
          >
            <Words deadline={deadline} definition={definition} />
          </Checkbox>
        ) : null;
      })}
      {code === null ? null : <p className="proposal-stays">{local(sentence)}</p>}
    </li>
  );
}

interface WordsProps {
  readonly deadline: DeadlineProposal;
  readonly definition: string;
}

function Words({ deadline, definition }: WordsProps) {
  const { t, language, local } = useWords();
  const { kind, subject, milestone, from, to, calendar, newCalendar, provisional } = deadline;
  const inStage = { stage: subject, definition };
  const nameOf = useStageNames(kind === 'stage' ? [inStage] : []);
  const what =
    kind === 'milestone'
      ? local(milestone)
      : kind === 'signed-copy'
        ? t('agreement.signedCopyDeadline')
        : t('agreement.stageDeadlineOf', { stage: nameOf(inStage) });
  return (
    <>
      {what}
      {': '}
      {t('calendars.fromTo', { from: dayText(from, language), to: dayText(to, language) })}{' '}
      <span className="quiet" title={`${calendar} → ${newCalendar}`}>
        {newCalendar}
        {provisional ? `, ${t('due.provisionalShort')}` : ''}
      </span>
    </>
  );
}

const chosenIn = ({ agreementId, deadlines }: ProposalLine): readonly Chosen[] =>
  deadlines.map(({ deadlineId, to }) => ({ agreementId, deadlineId, to }));

const keyOf = ({ agreementId, deadlineId }: Chosen): string => `${agreementId}/${deadlineId}`;

interface Applying {
  readonly reason: string;
  /** Absent: all, page by page. */
  readonly chosen: readonly Chosen[] | undefined;
}

function useApply(calendar: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ reason, chosen }: Applying): Promise<readonly ProposalLine[]> => {
      const lines: ProposalLine[] = [];
      let after: string | undefined;
      do {
        const body = { reason, ...(chosen ? { chosen: [...chosen] } : {}), ...(after ? { after } : {}) };
        const page = await applyProposals(calendar, body, newKey());
        lines.push(...page.items);
        after = page.next ?? undefined;
      } while (after !== undefined);
      return lines;
    },
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== 'session' }),
  });
}
