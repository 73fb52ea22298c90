import {
  agreementDecider,
  definitionOf,
  meansAskedOf,
  type Agreement,
  type Party,
  type ProposedAgreement,
} from '@entente/agreement';
import { readFolded, streamName, type EventStore } from '@entente/event-sourcing';
import type { LetterSnapshot, PartySnapshot } from '@entente/meeting';

/** The named letters as a meeting's rules need them; one that does not exist is left out. */
export async function lettersOf(
  store: EventStore,
  space: string,
  agreementIds: readonly string[],
): Promise<LetterSnapshot[]> {
  const found = await Promise.all(
    [...new Set(agreementIds)].map(async (agreementId) => {
      const stream = streamName(space, 'agreement', agreementId);
      const { state } = await readFolded(store, stream, agreementDecider);
      return letterOf(agreementId, state);
    }),
  );
  return found.filter((letter) => letter !== undefined);
}

export function letterOf(agreementId: string, agreement: Agreement): LetterSnapshot | undefined {
  if (agreement.stage === null) return undefined;
  const parties = agreement.parties.map((party) => partyOf(agreement, party));
  return { agreementId, stage: agreement.stage, phase: phaseOf(agreement), parties };
}

/** By what its stage is open for: a definition names its stages as it likes. */
function phaseOf({ activities }: ProposedAgreement): LetterSnapshot['phase'] {
  if (activities.includes('signing@1')) return 'signing';
  return activities.includes('text@1') ? 'drafting' : 'over';
}

function partyOf({ definition }: ProposedAgreement, party: Party): PartySnapshot {
  const { partyId, signatory, substitute, signed, declined } = party;
  return {
    partyId,
    ...(signatory ? { signatory: signatory.positionId } : {}),
    ...(substitute ? { substitute: substitute.positionId } : {}),
    signed,
    declined: declined !== undefined,
    means: meansAskedOf(definitionOf(definition) ?? { partyRoles: [] }, party),
  };
}
