import { Button } from 'antd';

import type { Agreement, CommandName } from '../../../api/types.js';
import { shortHash } from '../../../format/local-text.js';
import { useWords } from '../../../i18n/index.js';
import { useActions } from './actions-context.js';
import { AGAINST, HARMLESS, NEXT, presetOf, type Possible } from './command-names.js';
import { useConditions } from './use-conditions.js';

export function ActionButtons() {
  const { detail, possible } = useActions();
  const listed = (order: readonly CommandName[]): Possible[] =>
    order.flatMap((command) => {
      const first = possible.find((one) => one.command === command && useful(one, detail.agreement));
      return first ? [first] : [];
    });
  const next = listed(NEXT);
  const against = listed(AGAINST);
  const primary = next.find(
    ({ command, blockedBy }) => command !== 'plan-milestone' && blockedBy === undefined,
  );
  const blocked = [...next, ...against].filter(({ blockedBy }) => blockedBy !== undefined);
  if (next.length + against.length === 0) return null;
  return (
    <div className="actions">
      <div className="action-buttons">
        {next.map((one) => (
          <ActionButton key={one.command} possible={one} kind={one === primary ? 'primary' : 'default'} />
        ))}
        {against.map((one) => (
          <ActionButton key={one.command} possible={one} kind="against" />
        ))}
      </div>
      {blocked.map((one) => (
        <Blocked key={one.command} possible={one} />
      ))}
    </div>
  );
}

interface ActionButtonProps {
  readonly possible: Possible;
  readonly kind: 'primary' | 'default' | 'against';
}

function ActionButton({ possible, kind }: ActionButtonProps) {
  const { command, blockedBy } = possible;
  const { detail, open } = useActions();
  const name = useCommandName(detail.agreement.textHash)(command);
  return (
    <Button
      type={kind === 'against' ? 'text' : kind}
      danger={kind === 'against' && !HARMLESS.includes(command)}
      disabled={blockedBy !== undefined}
      aria-describedby={blockedBy === undefined ? undefined : `blocked-${command}`}
      onClick={() => open(command, presetOf(possible))}
    >
      {name}
    </Button>
  );
}

/** What is missing, said where everybody finds it, not in a hint for those with a mouse. */
function Blocked({ possible: { command, blockedBy } }: { readonly possible: Possible }) {
  const { detail } = useActions();
  const name = useCommandName(detail.agreement.textHash)(command);
  const { t } = useWords();
  return (
    <p className="action-blocked" id={`blocked-${command}`}>
      {t('condition.blocked', { command: name, what: useConditions(blockedBy) })}
    </p>
  );
}

/** Naming somebody stays possible after one is named, but is then no longer a next step. */
function useful({ command, partyId }: Possible, { parties, routes = [] }: Agreement): boolean {
  switch (command) {
    case 'name-signatory':
      return !parties.some((party) => party.partyId === partyId && party.signatory);
    case 'name-approvers':
      return !routes.some((route) => route.partyId === partyId);
    default:
      return true;
  }
}

export function useCommandName(textHash: string | null) {
  const { t } = useWords();
  return (command: CommandName): string =>
    command === 'approve-text'
      ? t('command.approve-text', { hash: shortHash(textHash ?? '') })
      : t(`command.${command}`);
}
