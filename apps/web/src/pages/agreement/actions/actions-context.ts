import { createContext, useContext } from 'react';

import type { AgreementDetail, CommandName, CorrectableField } from '../../../api/types.js';
import type { Possible } from './command-names.js';

/** What an action is for, when it was started at a party, a milestone or a line of history. */
export interface Preset {
  readonly partyId?: string;
  /** Of the party's approval route. */
  readonly post?: string;
  readonly milestoneId?: string;
  readonly commandId?: string;
  /** What of the entry is to be put right. */
  readonly field?: CorrectableField;
  readonly deadlineId?: string;
  readonly overrideId?: string;
  /** It will wait for a second person. */
  readonly override?: true;
  /** The line of history, in words. */
  readonly line?: string;
}

export interface Actions {
  readonly detail: AgreementDetail;
  /** Empty in a past state. */
  readonly possible: readonly Possible[];
  readonly can: (command: CommandName, preset?: Preset) => boolean;
  readonly open: (command: CommandName, preset?: Preset) => void;
}

export const ActionsContext = createContext<Actions | null>(null);

export function useActions(): Actions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('outside of an agreement');
  return actions;
}
