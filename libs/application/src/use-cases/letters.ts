import {
  agreementDecider,
  meansAskedOf,
  type Agreement,
  type Party,
  type ProposedAgreement,
  type WorkflowDefinition,
} from '@entente/agreement';
import { readFolded, streamName } from '@entente/event-sourcing';
import type { LetterSnapshot, PartySnapshot } from '@entente/meeting';

import type { Facts } from '../ports/facts.js';

/** The named letters as a meeting's rules need them; one that does not exist is left out. */
export async function lettersOf(
  facts: Facts,
  space: string,
  agreementIds: readonly string[],
): Promise<LetterSnapshot[]> {
  const found = await Promise.all(
    [...new Set(agreementIds)].map(async (agreementId) => {
      const stream = streamName(space, 'agreement', agreementId);
      const { state } = await readFolded(facts.store, stream, agreementDecider);
      return letterOf(agreementId, state, await definitionFor(facts, space, state));
    }),
  );
  return found.filter((letter) => letter !== undefined);
}

/** What is asked of signatures in a letter whose definition is not there is unknown: nothing. */
export async function definitionFor(facts: Facts, space: string, agreement: Agreement): Promise<Rules> {
  const found = agreement.stage === null ? undefined : await facts.definitionOf(space, agreement.definition);
  return found ?? { partyRoles: [] };
}

type Rules = Pick<WorkflowDefinition, 'partyRoles'>;

export function letterOf(
  agreementId: string,
  agreement: Agreement,
  definition: Rules,
): LetterSnapshot | undefined {
  if (agreement.stage === null) return undefined;
  const parties = agreement.parties.map((party) => partyOf(definition, party));
  return { agreementId, stage: agreement.stage, phase: phaseOf(agreement), parties };
}

/** By what its stage is open for: a definition names its stages as it likes. */
function phaseOf({ activities }: ProposedAgreement): LetterSnapshot['phase'] {
  if (activities.includes('signing@1')) return 'signing';
  return activities.includes('text@1') ? 'drafting' : 'over';
}

function partyOf(definition: Rules, party: Party): PartySnapshot {
  const { partyId, signatory, substitute, signed, declined } = party;
  return {
    partyId,
    ...(signatory ? { signatory: signatory.positionId } : {}),
    ...(substitute ? { substitute: substitute.positionId } : {}),
    signed,
    declined: declined !== undefined,
    means: meansAskedOf(definition, party),
  };
}
