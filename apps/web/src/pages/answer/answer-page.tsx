import './answer.css';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useMatch } from 'react-router';

import { answerByLink } from '../../api/commands.js';
import { statusOf } from '../../api/problem.js';
import { answerLinkQuery, worthRetrying } from '../../api/queries.js';
import type { AnswerByLink, AnswerLinkPage } from '../../api/types.js';
import { LanguageSwitch } from '../../app/shell/language-switch.js';
import { Wordmark } from '../../app/shell/wordmark.js';
import { speakFor, useWords } from '../../i18n/index.js';
import { Notice, ProblemNotice, useProblemSentence } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useTitle } from '../../parts/use-title.js';
import { Asked } from './asked.js';
import { Choices } from './choices.js';
import { Given } from './given.js';

/** For whoever has a link out of a message, without an account: what was asked, and three ways to answer. */
export default function AnswerPage() {
  const { t } = useWords();
  const token = useMatch('/answer/:token')?.params.token ?? '';
  const link = useQuery(answerLinkQuery(token));
  useTitle(t('answer.title'));
  const language = link.data?.language;
  useEffect(() => {
    if (language !== undefined) void speakFor(language);
  }, [language]);
  return (
    <Frame>
      {link.isPending ? <Skeleton lines={6} /> : null}
      {link.isError ? <NoLink error={link.error} retry={() => void link.refetch()} /> : null}
      {link.data ? <Link token={token} link={link.data} /> : null}
    </Frame>
  );
}

function Frame({ children }: { readonly children: ReactNode }) {
  return (
    <div className="answer">
      <header className="answer-top">
        <Wordmark />
        <LanguageSwitch />
      </header>
      <main className="answer-main">{children}</main>
    </div>
  );
}

/** Asking again helps only when nobody answered. */
function NoLink({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const { t } = useWords();
  const sentence = useProblemSentence(error);
  const status = statusOf(error);
  if (status === undefined || worthRetrying(0, error)) return <ProblemNotice error={error} retry={retry} />;
  return (
    <div role="alert">
      <Notice level={1} title={status === 404 ? t('answer.noLink') : t('answer.over')} detail={sentence} />
    </div>
  );
}

interface LinkProps {
  readonly token: string;
  readonly link: AnswerLinkPage;
}

function Link({ token, link }: LinkProps) {
  const { t } = useWords();
  const queries = useQueryClient();
  const answer = useMutation({
    mutationFn: (said: AnswerByLink) => answerByLink(token, said),
    onSuccess: (page) => queries.setQueryData(answerLinkQuery(token).queryKey, page),
  });
  const sentence = useProblemSentence(answer.error);
  return (
    <article className="sheet answer-sheet">
      <Asked asked={link.asked} />
      <div aria-live="polite">
        <Given link={link} />
      </div>
      {answer.isError ? (
        <p className="answer-problem" role="alert">
          {sentence}
        </p>
      ) : null}
      {link.status === 'open' ? (
        <Choices link={link} isPending={answer.isPending} onAnswer={(said) => answer.mutate(said)} />
      ) : (
        <p className="answer-over">{t(`answer.status.${link.status}`)}</p>
      )}
    </article>
  );
}
