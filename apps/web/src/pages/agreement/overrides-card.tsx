import { useInfiniteQuery } from '@tanstack/react-query';

import { historyQuery, rows } from '../../api/queries.js';
import type { Override } from '../../api/types.js';
import { dayText, localDay } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { useActions } from './actions/actions-context.js';
import { Local } from '../../parts/local.js';
import { Card } from './card.js';
import type { Shown } from './shown.js';
import { useOpenedHere } from './use-opened-here.js';

/** What waits for a second person; what was decided stands in the history. */
export function OverridesCard({ shown }: { readonly shown: Shown }) {
  const { t } = useWords();
  const open = shown.agreement.overrides.filter(
    ({ status }) => status === 'requested' || status === 'unconfirmed',
  );
  const card = useOpenedHere('overrides');
  if (open.length === 0) return null;
  return (
    <div id="overrides" ref={card} tabIndex={-1} className="overrides sheet">
      <Card title={t('override.title')}>
        <ul className="card-list">
          {open.map((override) => (
            <OverrideItem key={override.overrideId} override={override} shown={shown} />
          ))}
        </ul>
      </Card>
    </div>
  );
}

interface OverrideItemProps {
  readonly override: Override;
  readonly shown: Shown;
}

function OverrideItem({ override, shown }: OverrideItemProps) {
  const { t, language, local } = useWords();
  const { can, open } = useActions();
  const { overrideId, status, reason, evidence, requestedBy, requestedAt } = override;
  const who = shown.names[requestedBy];
  const day = dayText(localDay(requestedAt, shown.zone), language);
  const state = status === 'unconfirmed' ? 'unconfirmed' : 'requested';
  const why = whyTwo(override);
  return (
    <li data-status={status}>
      <p className="card-name">{useActionName(override, shown)}</p>
      <EntryMeant override={override} agreementId={shown.agreementId} />
      {why === undefined ? null : <p className="card-line">{t(`override.${why}`)}</p>}
      <p className="card-line">
        {t('override.to', { field: t('form.reason'), value: reason ?? t('agreement.erased') })}
      </p>
      {evidence === undefined ? null : (
        <p className="card-line">
          {t('override.to', { field: t('form.evidence'), value: evidence ?? t('agreement.erased') })}
        </p>
      )}
      <p className="card-line quiet">
        {t(`override.${state}`, { who: who ? local(who) : t('history.automatic'), day })}
      </p>
      <p className="card-line history-buttons">
        {(['confirm-override', 'reject-override'] as const)
          .filter((command) => can(command, { overrideId }))
          .map((command) => (
            <button
              key={command}
              type="button"
              className="link-button"
              onClick={() => open(command, { overrideId })}
            >
              {t(`command.${command}`)}
            </button>
          ))}
      </p>
    </li>
  );
}

interface EntryMeantProps {
  readonly override: Override;
  readonly agreementId: string;
}

/** Whoever is asked has to know which of several it is: the line as the history tells it. */
function EntryMeant({ override: { action }, agreementId }: EntryMeantProps) {
  const { commandId } = action;
  const history = useInfiniteQuery({ ...historyQuery(agreementId), enabled: commandId !== undefined });
  const line = rows(history.data).find((one) => one.commandId === commandId);
  if (commandId === undefined || !line) return null;
  return (
    <p className="card-line">
      <Local text={line.title} />
    </p>
  );
}

/** Of a day of signing; of an entry the history says whose and how old it is. */
function whyTwo({ action, cause }: Override): 'late' | 'vacant' | undefined {
  if (cause === 'vacant') return 'vacant';
  if (action.type !== 'RecordSignature' && action.type !== 'RecordAccession') return undefined;
  return 'late';
}

const ACTIONS = [
  'RetractEntry',
  'CorrectEntry',
  'VoidAgreement',
  'WaiveDeadline',
  'RecordSignature',
  'RecordAccession',
] as const;

const DAYS: readonly string[] = ['signedOn', 'dueOn', 'completedOn'];

function useActionName({ action }: Override, { agreement, names }: Shown): string {
  const { t, local, language } = useWords();
  const known = ACTIONS.find((type) => type === action.type);
  const name = known ? t(`override.${known}`) : action.type;
  const { field, value, partyId, signedOn } = action;
  if (partyId !== undefined && signedOn !== undefined) {
    const party = agreement.parties.find((one) => one.partyId === partyId)?.name ?? names[partyId];
    const day = dayText(signedOn, language);
    const what = party ? t('override.to', { field: local(party), value: day }) : day;
    return t('override.of', { name, what });
  }
  if (field === undefined || value === undefined) return name;
  const text =
    typeof value !== 'string' ? local(value) : DAYS.includes(field) ? dayText(value, language) : value;
  const what = t('override.to', { field: t(`correctable.${field}`), value: text });
  return t('override.of', { name, what });
}
