import { Button, Tooltip } from 'antd';

import type { CommandName, Party } from '../../../api/types.js';
import { shortHash } from '../../../format/local-text.js';
import { useWords } from '../../../i18n/index.js';
import { useActions } from './actions-context.js';
import { AGAINST, NEXT, type Possible } from './command-names.js';
import { useConditions } from './use-conditions.js';

export function ActionButtons() {
  const { detail, possible } = useActions();
  const listed = (order: readonly CommandName[]): Possible[] =>
    order.flatMap((command) => {
      const first = possible.find((one) => one.command === command && useful(one, detail.agreement.parties));
      return first ? [first] : [];
    });
  const next = listed(NEXT);
  const against = listed(AGAINST);
  const primary = next.find(
    ({ command, blockedBy }) => command !== 'plan-milestone' && blockedBy === undefined,
  );
  if (next.length + against.length === 0) return null;
  return (
    <div className="action-buttons">
      {next.map((one) => (
        <ActionButton key={one.command} possible={one} kind={one === primary ? 'primary' : 'default'} />
      ))}
      {against.map((one) => (
        <ActionButton key={one.command} possible={one} kind="against" />
      ))}
    </div>
  );
}

interface ActionButtonProps {
  readonly possible: Possible;
  readonly kind: 'primary' | 'default' | 'against';
}

function ActionButton({ possible: { command, blockedBy }, kind }: ActionButtonProps) {
  const { detail, open } = useActions();
  const name = useCommandName(detail.agreement.textHash)(command);
  const reason = useConditions(blockedBy);
  const button = (
    <Button
      type={kind === 'against' ? 'text' : kind}
      danger={kind === 'against'}
      // Not `disabled`: the keyboard must reach it to learn what is missing.
      aria-disabled={reason !== undefined}
      className={reason === undefined ? '' : 'action-blocked'}
      onClick={() => {
        if (reason === undefined) open(command);
      }}
    >
      {name}
    </Button>
  );
  return reason === undefined ? button : <Tooltip title={reason}>{button}</Tooltip>;
}

/** Naming a signatory stays possible after one is named, but is then no longer a next step. */
const useful = ({ command, partyId }: Possible, parties: readonly Party[]): boolean =>
  command !== 'name-signatory' || !parties.some((party) => party.partyId === partyId && party.signatory);

export function useCommandName(textHash: string | null) {
  const { t } = useWords();
  return (command: CommandName): string =>
    command === 'approve-text'
      ? t('command.approve-text', { hash: shortHash(textHash ?? '') })
      : t(`command.${command}`);
}
