import type { LocalText, Viewer } from '../api/types.js';
import { hasRole } from '../app/session.js';
import { useWords } from '../i18n/index.js';

interface NamedParty {
  readonly partyId: string;
  readonly name: LocalText;
}

interface Turn {
  readonly who: string;
  readonly waitsForYou: boolean;
}

/** Whose move it is, in names, and whether the reader is among them. */
export const useTurn = (who: readonly string[], parties: readonly NamedParty[], viewer: Viewer): Turn =>
  useTurns(viewer)(who, parties);

/** The same of many letters. */
export function useTurns(viewer: Viewer): (who: readonly string[], parties: readonly NamedParty[]) => Turn {
  const { t, local } = useWords();
  return (who, parties) => {
    const names = who.map((one) =>
      one === 'coordinator'
        ? t('common.coordinator')
        : local(parties.find(({ partyId }) => partyId === one)?.name ?? { en: one }),
    );
    const own = viewer.positions.map(({ organisation }) => organisation.organisationId);
    const waitsForYou = who.some((one) =>
      one === 'coordinator' ? hasRole(viewer, 'coordinator') : own.includes(one) && acts(viewer, one),
    );
    const everyone = parties.length === 2 && parties.every(({ partyId }) => who.includes(partyId));
    return { who: everyone ? t('common.bothSides') : names.join(t('common.and')), waitsForYou };
  };
}

/** A clerk of the organisation without a say in letters is not waited for. */
const acts = (viewer: Viewer, organisationId: string): boolean =>
  viewer.positions.some(
    ({ organisation, roles }) =>
      organisation.organisationId === organisationId &&
      roles.some((role) => role === 'representative' || role === 'signatory'),
  );
