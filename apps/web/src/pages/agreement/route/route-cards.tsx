import './route.css';

import { Button } from 'antd';

import type { Agreement, ApprovalStep, Party, PartyRoute } from '../../../api/types.js';
import { useWords } from '../../../i18n/index.js';
import { Dot } from '../../../parts/dot.js';
import { Local } from '../../../parts/local.js';
import { DayOf } from '../../../parts/times.js';
import { useActions } from '../actions/actions-context.js';
import { Card } from '../card.js';
import type { Shown } from '../shown.js';

const NOBODY: Pick<PartyRoute, 'approvers' | 'words'> = { approvers: [], words: [] };

/** How far the approval is inside the reader's own organisation; of others' routes nothing is told. */
export function RouteCards({ shown }: { readonly shown: Shown }) {
  const { can } = useActions();
  const { parties, routes = [] } = shown.agreement;
  return parties
    .filter(({ partyId, approvalRoute }) => {
      const isOwn = routes.some((route) => route.partyId === partyId);
      return approvalRoute !== undefined && (isOwn || can('name-approvers', { partyId }));
    })
    .map((party) => <RouteCard key={party.partyId} shown={shown} party={party} />);
}

function RouteCard({ shown, party }: { readonly shown: Shown; readonly party: Party }) {
  const { t, local } = useWords();
  const { can, open } = useActions();
  const { routes = [], textHash } = shown.agreement;
  const { partyId } = party;
  const route = routes.find((one) => one.partyId === partyId) ?? NOBODY;
  const steps = party.approvalRoute ?? [];
  const approved = textHash !== null && party.approvedHash === textHash;
  const allAgreed = steps.every((step) => isDone(step, route, textHash));
  return (
    <Card
      title={t('route.title')}
      action={
        can('name-approvers', { partyId })
          ? { name: t('route.name'), run: () => open('name-approvers', { partyId }) }
          : undefined
      }
    >
      <ol className="route">
        {steps.map((step, index) => (
          <Step
            key={index}
            shown={shown}
            partyId={partyId}
            step={step}
            route={route}
            asked={steps.slice(0, index).every((before) => isDone(before, route, textHash))}
          />
        ))}
      </ol>
      {approved || allAgreed ? (
        <p className="card-line mark-done">{t(approved ? 'route.approved' : 'route.done')}</p>
      ) : null}
      <p className="card-line quiet">{t('route.private', { party: local(party.name) })}</p>
    </Card>
  );
}

interface StepProps {
  readonly shown: Shown;
  readonly partyId: string;
  readonly step: ApprovalStep;
  readonly route: Pick<PartyRoute, 'approvers' | 'words'>;
  readonly asked: boolean;
}

function Step({ shown, partyId, step, route, asked }: StepProps) {
  const { t } = useWords();
  return (
    <li>
      <p className="route-step">
        <Local text={step.title} />
        {step.anyOf ? <span className="quiet"> ({t('route.anyOf')})</span> : null}
      </p>
      <ul>
        {step.posts.map(({ name, title }) => {
          const approver = route.approvers.find(({ post }) => post === name);
          const word = route.words.find(({ post }) => post === name);
          return (
            <li key={name}>
              <p className="card-line">
                <Local text={title} />
                <Dot />
                {approver ? <Local text={approver.title} /> : t('route.nobody')}
              </p>
              <Word shown={shown} word={word} asked={asked} />
              <Say partyId={partyId} post={name} />
            </li>
          );
        })}
      </ul>
    </li>
  );
}

interface WordProps {
  readonly shown: Shown;
  readonly word: PartyRoute['words'][number] | undefined;
  readonly asked: boolean;
}

function Word({ shown: { agreement, names, zone }, word, asked }: WordProps) {
  const { t, local } = useWords();
  if (!word) return <p className="card-line mark-open quiet">{t(asked ? 'route.waits' : 'route.later')}</p>;
  const who = local(names[word.by]) || t('organisation.somebody');
  const counts = word.textHash === agreement.textHash;
  const said = word.endorsed
    ? t('route.endorsed', { who })
    : t('route.returned', { who, reason: word.reason ?? t('agreement.erased') });
  return (
    <p className={`card-line ${counts && word.endorsed ? 'mark-done' : counts ? 'late' : 'mark-open'}`}>
      {counts ? said : t(word.endorsed ? 'route.earlier' : 'route.earlierReturned')}
      <Dot />
      <DayOf at={word.at} zone={zone} />
    </p>
  );
}

/** What the reader, in the position that is named for it, can say. */
function Say({ partyId, post }: { readonly partyId: string; readonly post: string }) {
  const { t } = useWords();
  const { can, open } = useActions();
  const preset = { partyId, post };
  const [yes, no] = [can('endorse-text', preset), can('return-text', preset)];
  if (!yes && !no) return null;
  return (
    <p className="route-say">
      {yes ? (
        <Button size="small" type="primary" onClick={() => open('endorse-text', preset)}>
          {t('route.endorse')}
        </Button>
      ) : null}
      {no ? (
        <Button size="small" onClick={() => open('return-text', preset)}>
          {t('route.return')}
        </Button>
      ) : null}
    </p>
  );
}

function isDone(
  { posts, anyOf }: ApprovalStep,
  { words }: Pick<PartyRoute, 'words'>,
  textHash: Agreement['textHash'],
): boolean {
  const agreed = posts.filter(({ name }) =>
    words.some((word) => word.post === name && word.endorsed && word.textHash === textHash),
  );
  return anyOf ? agreed.length > 0 : agreed.length === posts.length;
}
