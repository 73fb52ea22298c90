import { useMemo, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';

import type { AgreementDetail, CommandName } from '../../../api/types.js';
import { ActionDialog } from './action-dialog.js';
import { matching } from './action-fields.js';
import { ActionsContext, type Actions, type Preset } from './actions-context.js';
import { pathName, presetOf } from './command-names.js';

interface ActionsProviderProps {
  readonly detail: AgreementDetail;
  /** False in a past state: there is nothing to be done in it. */
  readonly enabled: boolean;
  readonly children: ReactNode;
}

interface Started {
  readonly command: CommandName;
  readonly preset: Preset;
  /** As the reader saw the letter when they began: what came later, they have not seen. */
  readonly detail: AgreementDetail;
}

export function ActionsProvider({ detail, enabled, children }: ActionsProviderProps) {
  const [params, setParams] = useSearchParams();
  const [started, setStarted] = useState(() => (enabled ? namedIn(params, detail) : undefined));
  const close = (): void => {
    setStarted(undefined);
    setParams(withoutAction, { replace: true });
  };
  const actions = useMemo((): Actions => {
    const listed = enabled ? detail.possible : [];
    const possible = listed.map((one) => ({ ...one, command: pathName(one.command) }));
    return {
      detail,
      possible,
      can: (command, preset = {}) => matching(possible, command, preset).length > 0,
      open: (command, preset = {}) => {
        setStarted({ command, preset, detail });
      },
    };
  }, [detail, enabled]);
  return (
    <ActionsContext value={actions}>
      {children}
      {started ? (
        <ActionDialog
          key={`${started.command} ${JSON.stringify(started.preset)}`}
          {...started}
          onClose={close}
        />
      ) : null}
    </ActionsContext>
  );
}

/** An address may name what is to be done, as the links of one's work do; what is not possible is not begun. */
function namedIn(params: URLSearchParams, detail: AgreementDetail): Started | undefined {
  const command = pathName(params.get('do') ?? '');
  const [partyId, milestoneId] = [params.get('party'), params.get('milestone')];
  const preset = { ...(partyId !== null && { partyId }), ...(milestoneId !== null && { milestoneId }) };
  const possible = detail.possible.map((one) => ({ ...one, command: pathName(one.command) }));
  const open = matching(possible, command, preset).find(({ blockedBy }) => blockedBy === undefined);
  // Wording is written in its place, not in a dialog.
  if (!open || command === 'revise-section') return undefined;
  return { command, preset: { ...preset, ...presetOf(open) }, detail };
}

function withoutAction(params: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(params);
  for (const name of ['do', 'party', 'milestone']) rest.delete(name);
  return rest;
}
