import { useWords } from '../../../i18n/index.js';
import type { CommandName, Party } from '../../../api/types.js';
import { useActions } from '../actions/actions-context.js';

export const DESK = 'coordinator';

/** The sides on which the reader can do this: parties by id, or the coordinators' desk. */
export function useSides(command: CommandName): readonly string[] {
  const { possible } = useActions();
  return possible.filter((one) => one.command === command).map(({ partyId = DESK }) => partyId);
}

/** As a command says it: nothing for the coordinators. */
export const onSide = (side: string): { readonly partyId?: string } =>
  side === DESK ? {} : { partyId: side };

export function useSideName(parties: readonly Party[]): (side: string) => string {
  const { t, local } = useWords();
  return (side) =>
    side === DESK
      ? t('common.coordinator')
      : local(parties.find(({ partyId }) => partyId === side)?.name ?? { en: side });
}
