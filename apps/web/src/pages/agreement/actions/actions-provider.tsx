import { useMemo, useState, type ReactNode } from 'react';

import type { AgreementDetail, CommandName } from '../../../api/types.js';
import { ActionDialog } from './action-dialog.js';
import { matching } from './action-fields.js';
import { ActionsContext, type Actions, type Preset } from './actions-context.js';
import { pathName } from './command-names.js';

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
  const [started, setStarted] = useState<Started>();
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
          onClose={() => setStarted(undefined)}
        />
      ) : null}
    </ActionsContext>
  );
}
